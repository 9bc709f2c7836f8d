"""What stands in front of a number without naming it: by what means, since when, compared with what, how often."""

from __future__ import annotations

import re

_TIMES = r"连续[\d*×○□一二三四五六七八九十几多两]{1,3}个?[年月届次]"
#: A sign without which the pattern cannot match, and the pattern.
_ASIDES = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        # 建成后可|容纳学生2400名
        ("后", r"^[^，。；]{0,12}(?:建成|投用|完工|竣工|使用|改造)后(?:可以|可|将|能)?"),
        # 获奖总数|是上年的|1.6倍
        ("的", r"(?:是|为|达到?|相当于)?(?:上年|去年|前年|往年|上一年|20\d\d年)(?:同期)?的(?:近|约)?$"),
        # 骨干教师交流比例|不低于交流总数的20%
        ("的", r"(?<=..)(?:不低于|不少于|不高于|不超过|不得超过|控制在)[^，。；]{2,16}的$"),
        # 通过公开招聘、人才引进等方式|补充教师
        (
            "等",
            r"^[^，。；]*等(?:多种|各种)?(?:方式|途径|渠道|形式|办法|手段|措施|举措|模式)[，、]?(?=[\u4e00-\u9fff]{2})",
        ),
        # 助学金、营养餐补助等|各类资助资金
        (
            "等各",
            r"(?:(?<=发放)|(?<=拨付)|(?<=投入)|(?<=减免)|^(?!.*(?:发放|拨付|投入|减免)))"
            r"[^，。；]*、[^，。；、]*等(?=各(?:类|项|级各类)[^，。；、]{2,8}$)",
        ),
        # 向江苏、上海等地|输送毕业生
        ("等地", r"^[^，。；]*等地区?(?=[\u4e00-\u9fff]{2})"),
        # 连续8年|稳定在1300亿斤以上
        ("连续", rf"^{_TIMES}|{_TIMES}[^，。；]{{0,4}}$"),
        # 配备率、联网率|三个100%
        ("个", r"(?<=率)[一二三四五六七八九两]个$"),
        # 普惠率|比规划目标提前一年|提高到90%
        ("比", r"(?<=[率数量额度分])比(?:规划|目标|预期|计划|上年|去年|年初|往年)[^，。；]*$"),
        ("较", r"(?<=[率数量额度分])较(?:规划|目标|预期|计划|上年|去年|年初|往年)[^，。；]*$"),
    )
)


def without_asides(text: str) -> str:
    """``text`` with the asides cut out."""
    for sign, pattern in _ASIDES:
        if sign in text:
            text = pattern.sub("", text)
    return text
