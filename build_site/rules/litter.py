"""What is not report text: the signs by which litter is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class LitterRules:
    """Shape of ``litter.yml``.

    Attributes:
        labels: words before a colon and a short value on a page's information bars.
        shared_labels: labels that reports use too.
        actions: buttons, menu entries and sizes that stand alone.
        menu_entries: entries of menus that can also be headings of a report.
        list_headers: headers of lists of other pages.
        sites: names of document-sharing sites.
        site_names: endings of the names of sites and their columns.
        site_words: words with which a site speaks of itself.
        self_words: words with which a site names itself or its documents.
        notices: regular expressions of notices that are a site's wherever they stand.
        previews: regular expressions by which a site says that it shows a part only.
        excerpt_words: words with which a text says of itself that it is a part.
        file_suffixes: endings of file names, without the dot.
        title_words: words that a report's title holds.
        contents_headers: headers of a table of contents.
        fields: names of Word fields.
        bookmarks: names that converters put in square brackets with a colon.
        channels: ways to reach an advertiser.
        promotions: words that advertisers put around them.
        lures: words that lure beside a private channel, but that reports use too.
        slogan_words: what lines of slogans at the edges of shared pages are made of.
        openings: words with which an advert's sentence begins.
        goods: what such a sentence offers.
        official_contacts: words with which a report gives an authority's telephone number.
        official_channels: the same for private channels.
    """

    labels: tuple[str, ...]
    shared_labels: tuple[str, ...]
    actions: tuple[str, ...]
    menu_entries: tuple[str, ...]
    list_headers: tuple[str, ...]
    sites: tuple[str, ...]
    site_names: tuple[str, ...]
    site_words: tuple[str, ...]
    self_words: tuple[str, ...]
    notices: tuple[str, ...]
    previews: tuple[str, ...]
    excerpt_words: tuple[str, ...]
    file_suffixes: tuple[str, ...]
    title_words: tuple[str, ...]
    contents_headers: tuple[str, ...]
    fields: tuple[str, ...]
    bookmarks: tuple[str, ...]
    channels: tuple[str, ...]
    promotions: tuple[str, ...]
    lures: tuple[str, ...]
    slogan_words: tuple[str, ...]
    openings: tuple[str, ...]
    goods: tuple[str, ...]
    official_contacts: tuple[str, ...]
    official_channels: tuple[str, ...]
