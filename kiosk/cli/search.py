"""`search`: what the packs say about some words."""

from datetime import date

import click

from kiosk.cli.opening import open_for_command
from kiosk.cli.pair import check_language, check_pair
from kiosk.cli.parameters import (
    COUNTRY,
    LANGUAGE,
    as_of_option,
    json_option,
    print_json,
    print_line,
)
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.i18n.isolation import strip_invisible


@click.command("search")
@click.argument("query")
@click.option("--lang", type=LANGUAGE, required=True, help="Language of the query.")
@click.option("--origin", type=COUNTRY, help="Only what concerns people from this country.")
@click.option("--host", type=COUNTRY, help="Only what concerns people in this country.")
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True)
@as_of_option
@json_option
def command(
    query: str,
    lang: LanguageTag,
    origin: CountryCode | None,
    host: CountryCode | None,
    limit: int,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Search all packs."""
    context = open_for_command(as_of=as_of)
    check_pair(context, host, origin)
    check_language(context, lang)
    hits = context.library.search(
        query,
        lang,
        origin=origin,
        host=host,
        limit=limit,
        as_of=context.as_of,
        release=context.site.release,
    )
    found = [
        {
            "id": hit.id,
            "title": strip_invisible(hit.title),
            "language": hit.language,
            "fallback": hit.fallback,
            "snippet": strip_invisible(hit.snippet),
        }
        for hit in hits
    ]
    if as_json:
        print_json(found)
    else:
        for item in found:
            print_line(f"{item['id']}: {item['title']}")
    return 0
