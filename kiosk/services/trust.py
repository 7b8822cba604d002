"""Which reviewed sentences are true of a site: who runs it, what is kept, who tells whom.

No sentence here comes from an operator, and none promises what nobody at the kiosk can know. Of
the kiosk itself it is known that it keeps and reports nothing; of people it is known at most whom
they work for. Where a state may run the place, nothing is ever said to be secret from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.core.kinds import NoticePlace, SiteType
from kiosk.settings import Site

_RUN_BY: Mapping[SiteType, NoticePlace] = {
    SiteType.CONSULATE: NoticePlace.WHO_RUNS_STATE,
    SiteType.MISSION: NoticePlace.WHO_RUNS_STATE,
    SiteType.BORDER: NoticePlace.WHO_RUNS_STATE,
    SiteType.ONE_STOP: NoticePlace.WHO_RUNS_OFFICES,
    SiteType.NGO: NoticePlace.WHO_RUNS_ORGANISATION,
    SiteType.OUTREACH: NoticePlace.WHO_RUNS_TEAM,
    SiteType.HOME_SIDE: NoticePlace.WHO_RUNS_HOME,
}


@dataclass(frozen=True)
class TrueOfSite:
    """The answers to three questions, each a few notices in reading order."""

    who_runs: tuple[NoticePlace, ...]
    what_is_kept: tuple[NoticePlace, ...]
    who_tells: tuple[NoticePlace, ...]

    @property
    def all(self) -> tuple[NoticePlace, ...]:
        """Every sentence that is said."""
        return self.who_runs + self.what_is_kept + self.who_tells


def true_of(site: Site) -> TrueOfSite:
    """What may be said at a site; a state named as the one that runs it outweighs the type."""
    counts = NoticePlace.COUNTS_TOTALS if site.counts else NoticePlace.COUNTS_NOTHING
    return TrueOfSite(
        who_runs=_who_runs(site),
        what_is_kept=(NoticePlace.ANSWERS_GO, counts, NoticePlace.ANSWERS_PAPER),
        who_tells=(NoticePlace.REPORTS_NOTHING, _of_staff(site)),
    )


def contradicts_type(site: Site) -> bool:
    """True where the type says "no state" and the site file names the state that runs the place."""
    return site.type is SiteType.NGO and site.run_by_state is not None


def _who_runs(site: Site) -> tuple[NoticePlace, ...]:
    if site.run_by_state is None or site.type.is_of_a_state:
        return (_RUN_BY[site.type],)
    if site.type is SiteType.OUTREACH:
        return (NoticePlace.WHO_RUNS_STATE, NoticePlace.WHO_RUNS_TEAM)
    return (NoticePlace.WHO_RUNS_STATE, NoticePlace.WHO_RUNS_OFFICES)


def _of_staff(site: Site) -> NoticePlace:
    if site.type.is_of_a_state:
        return NoticePlace.STAFF_OF_STATE
    return NoticePlace.STAFF_ASK if site.run_by_state is None else NoticePlace.STAFF_NEAR_STATE
