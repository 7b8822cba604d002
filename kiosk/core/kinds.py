"""The closed vocabularies of pack entries; each enum owns what follows from its members."""

from enum import Enum


class PackKind(Enum):
    """What a pack is about."""

    COMMON = "common"
    REGION = "region"
    HOST = "host"
    ORIGIN = "origin"
    SITE = "site"

    @property
    def needs_country(self) -> bool:
        """True for packs about one country."""
        return self in (PackKind.HOST, PackKind.ORIGIN)


class ProgrammeKind(Enum):
    """The kinds of options; the order here is the order on screen, never that of verdicts."""

    PROTECTION = "protection"
    LEGAL_ADVICE = "legal_advice"
    REGULAR_STAY = "regular_stay"
    ONWARD_MIGRATION = "onward_migration"
    ASSISTED_RETURN = "assisted_return"
    INDEPENDENT_RETURN = "independent_return"
    REINTEGRATION_SUPPORT = "reintegration_support"
    WAITING = "waiting"

    @property
    def is_return(self) -> bool:
        """True for the kinds that stop paths remove."""
        return self in (
            ProgrammeKind.ASSISTED_RETURN,
            ProgrammeKind.INDEPENDENT_RETURN,
            ProgrammeKind.REINTEGRATION_SUPPORT,
        )

    @property
    def is_never_unlikely(self) -> bool:
        """True for help that is open to everybody."""
        return self in (
            ProgrammeKind.PROTECTION,
            ProgrammeKind.LEGAL_ADVICE,
            ProgrammeKind.WAITING,
        )

    @property
    def rank(self) -> int:
        """Place in the fixed order of options."""
        return list(ProgrammeKind).index(self)


class PhaseName(Enum):
    """The three phases of assisted voluntary return and reintegration."""

    BEFORE = "before"
    TRAVEL = "travel"
    AFTER = "after"


class SupportForm(Enum):
    """In which form help comes."""

    CASH = "cash"
    IN_KIND = "in_kind"
    SERVICE = "service"


class SupportType(Enum):
    """The ten support types of the sources (requirement R104)."""

    CASH = "cash"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    MICROCREDIT = "microcredit"
    JOB_PLACEMENT = "job_placement"
    HEALTH = "health"
    HOUSING = "housing"
    SCHOOLING = "schooling"
    PSYCHOSOCIAL = "psychosocial"
    LEGAL = "legal"


class SupportLevel(Enum):
    """Whom help reaches (requirement R111)."""

    PERSON = "person"
    COMMUNITY = "community"
    STRUCTURAL = "structural"


class ServiceType(Enum):
    """What a service is for. The first seven are those after return (requirement R21)."""

    JOBS = "jobs"
    TRAINING = "training"
    HEALTH = "health"
    SCHOOL = "school"
    HOUSING = "housing"
    LEGAL_PAPERS = "legal_papers"
    PSYCHOSOCIAL = "psychosocial"
    EMERGENCY = "emergency"
    PROTECTION = "protection"
    TRAFFICKING = "trafficking"
    CHILD = "child"
    VIOLENCE = "violence"
    LEGAL_ADVICE = "legal_advice"
    COMPLAINT = "complaint"
    INTERPRETER = "interpreter"
    CONSULATE = "consulate"
    RETURN_OFFICE = "return_office"
    WORK_RIGHTS = "work_rights"
    PENSION = "pension"
    CREDIT = "credit"
    NETWORK = "network"
    GENERAL = "general"

    @property
    def is_safety(self) -> bool:
        """True for help that comes first whatever was answered."""
        return self in (
            ServiceType.EMERGENCY,
            ServiceType.PROTECTION,
            ServiceType.TRAFFICKING,
            ServiceType.CHILD,
            ServiceType.VIOLENCE,
            ServiceType.LEGAL_ADVICE,
            ServiceType.COMPLAINT,
            ServiceType.INTERPRETER,
        )


class RunBy(Enum):
    """Who stands behind a service; said in words before its number."""

    STATE_OF_ORIGIN = "state_of_origin"
    HOST_STATE = "host_state"
    POLICE = "police"
    NGO = "ngo"
    UN = "un"
    OTHER = "other"


class TellsAuthorities(Enum):
    """Whether a service passes on who came; said in words before its number."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class AgreementType(Enum):
    """What an agreement between states is about."""

    LABOUR = "labour"
    CIRCULAR = "circular"
    PENSION = "pension"
    FREE_MOVEMENT = "free_movement"


class StoryTone(Enum):
    """How a story went; stories of both kinds stand side by side."""

    GOOD = "good"
    HARD = "hard"
    MIXED = "mixed"


class TopicSection(Enum):
    """Where a topic is found; the order here is the order on screen."""

    CHOICES = "choices"
    SAFETY = "safety"
    RETURN = "return"
    COUNTRY = "country"
    WORK = "work"
    MONEY = "money"
    HEALTH = "health"
    FAMILY = "family"
    PAPERS = "papers"
    WELLBEING = "wellbeing"
    STAY = "stay"


class ContentSet(Enum):
    """What a kiosk puts first: the same content, another order and other ways in."""

    FULL = "full"
    ARRIVAL = "arrival"
    OUTREACH = "outreach"
    HOME_SIDE = "home_side"
    QUEUE = "queue"
    PUBLIC = "public"


class SoundOutput(Enum):
    """Where sound comes out of a kiosk."""

    SPEAKER = "speaker"
    HEADSET = "headset"
    NONE = "none"


class CounsellorSex(Enum):
    """Whom somebody may ask to speak with."""

    WOMAN = "woman"
    MAN = "man"


class SiteType(Enum):
    """Where the kiosk stands."""

    CONSULATE = "consulate"
    MISSION = "mission"
    ONE_STOP = "one_stop"
    NGO = "ngo"
    BORDER = "border"
    OUTREACH = "outreach"
    HOME_SIDE = "home_side"

    @property
    def is_of_a_state(self) -> bool:
        """True for offices that belong to a state, whichever it is."""
        return self in (SiteType.CONSULATE, SiteType.MISSION, SiteType.BORDER)

    @property
    def content_set(self) -> ContentSet:
        """What such a place puts first when its site file does not say."""
        fitting = {
            SiteType.BORDER: ContentSet.ARRIVAL,
            SiteType.OUTREACH: ContentSet.OUTREACH,
            SiteType.HOME_SIDE: ContentSet.HOME_SIDE,
        }
        return fitting.get(self, ContentSet.FULL)


class Release(Enum):
    """How far a site's content is released."""

    DEMO = "demo"
    PILOT = "pilot"
    FIELD = "field"

    @property
    def needs_review(self) -> bool:
        """True when safety, rights, complaint and child texts need a native speaker's review."""
        return self is Release.FIELD


class NoticePlace(Enum):
    """Sentences of the safety core that the product says at fixed places."""

    VOLUNTARY = "voluntary"
    PROTECTION = "protection"
    DANGER_NOW = "danger_now"
    CHILD_ALONE = "child_alone"
    CHILD_WITH_FAMILY = "child_with_family"
    LEGAL_FIRST = "legal_first"
    OWN_STATE_WHOSE = "own_state_whose"
    OWN_STATE_FEAR = "own_state_fear"
    OWN_STATE_LEAVE = "own_state_leave"
    TRAFFICKING = "trafficking"
    COMPLAINT = "complaint"
    PRIVATE = "private"
    ONLY_OFFICE_DECIDES = "only_office_decides"
    WHO_RUNS_STATE = "who_runs_state"
    WHO_RUNS_OFFICES = "who_runs_offices"
    WHO_RUNS_ORGANISATION = "who_runs_organisation"
    WHO_RUNS_TEAM = "who_runs_team"
    WHO_RUNS_HOME = "who_runs_home"
    ANSWERS_GO = "answers_go"
    ANSWERS_PAPER = "answers_paper"
    COUNTS_TOTALS = "counts_totals"
    COUNTS_NOTHING = "counts_nothing"
    REPORTS_NOTHING = "reports_nothing"
    STAFF_OF_STATE = "staff_of_state"
    STAFF_ASK = "staff_ask"
    STAFF_NEAR_STATE = "staff_near_state"
