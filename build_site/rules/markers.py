"""Numbering styles of headings, shapes of titles, and words that open plan sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MarkerStyle:
    """One way to number headings.

    Attributes:
        name: what the style is called here.
        rank: customary depth, small for high; decides only where the document itself does not.
        shape: regular expression on folded text, with ``{cn}``, ``{ar}``, ``{mask}``, ``{sp}`` as placeholders.
        example: one marker of the style, with what must follow it.
        twins: styles that may stand in for it within one series.
        where: ``line`` (line start only), ``sentence`` (also after punctuation) or ``any`` (also inside a sentence).
        weak: whether the shape alone proves nothing and a series is needed.
        inline: whether it usually numbers points inside a paragraph; a single one is no heading.
        counts_as: the number of a style that stands for one number only, 0 for others.
        sequence: words in the order they are used, where the style counts without numerals.
    """

    name: str
    rank: int
    shape: str
    example: str = ""
    twins: tuple[str, ...] = ()
    where: str = "sentence"
    weak: bool = False
    inline: bool = False
    counts_as: int = 0
    sequence: tuple[str, ...] = ()


@dataclass(frozen=True)
class MarkerRules:
    """Shape of ``markers.yml``; every pattern is a regular expression on folded text.

    Attributes:
        styles: numbering styles, highest first.
        marker_start: the characters any marker may begin with.
        ornament: a sign that may stand in front of a marker at the start of a line; a part of the marker then.
        cn_numeral, ar_numeral, mask: what the placeholders in shapes stand for.
        title_sentence: a run-in sentence up to this many characters is the title as a whole.
        counted: a figure in a later clause; such a sentence reports and is no title as a whole.
        title_clause: a first clause longer than this names no topic.
        title_pair: a sentence of two clauses whose first is adverbial is the title up to this many characters.
        title_line: a line up to this many characters may be a heading line.
        adverbials: openings of clauses that do not say what a point is about.
        title_ends: words that end a title whose line break is lost, whatever follows.
        body_openers: words that body text begins with where it has run into its heading.
        unfinished: endings of a phrase that is not complete.
        plain_headings: whole headings that come without a number.
        not_headings: short lines that are captions, lists of names and the like.
        plain_length: an unnumbered heading line has at most this many characters.
        point_paragraph: in a text without any heading, paragraphs from this length open with a point.
        title_words: a document title holds one of them.
        document_number, date_line, addressee, byline, subtitle, issuer, salutation: lines of the front matter.
        attachment, end_note: lines that end the body.
        notice: says that the text so far is a covering notice.
        plan_headings: a section so headed states intentions, unless ``done_headings`` is found too.
        plan_titles: a document so titled is a plan throughout, unless ``done_titles`` is found too.
        review_titles: a document so titled looks back on the year it names, unless ``plan_titles`` is found too.
        looking_back: a section so headed looks back; what follows beside it may be a plan without saying so:
            a section on a later year, or headed by ``aims``, or after a plan; never one headed by ``asides``.
        starting_points: a section so headed says what there is already, inside a plan too.
        turns: said at the start of a chapter that turns to plans where no title says so.
        deeds: a sentence that says what was done, unless ``targets`` is found too.
        announced: a sentence that says how many points follow; group 1 is the number.
    """

    styles: tuple[MarkerStyle, ...]
    ornament: str
    marker_start: str
    cn_numeral: str
    ar_numeral: str
    mask: str
    title_sentence: int
    counted: str
    title_clause: int
    title_pair: int
    title_line: int
    adverbials: tuple[str, ...]
    title_ends: str
    body_openers: str
    unfinished: str
    plain_headings: tuple[str, ...]
    not_headings: str
    plain_length: int
    point_paragraph: int
    title_words: str
    document_number: str
    date_line: str
    addressee: str
    byline: str
    subtitle: str
    issuer: str
    salutation: str
    attachment: str
    end_note: str
    notice: str
    plan_headings: tuple[str, ...]
    done_headings: str
    plan_titles: str
    done_titles: str
    review_titles: str
    looking_back: str
    starting_points: str
    aims: str
    asides: str
    turns: tuple[str, ...]
    deeds: tuple[str, ...]
    targets: tuple[str, ...]
    announced: str
