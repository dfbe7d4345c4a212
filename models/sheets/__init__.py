"""Sheets: frozen structs handed to cogs, the only thing that cards know; :class:`Actor` is handed down.

Every instant is an aware UTC datetime, every id an integer, every tuple ordered as it should be shown.
"""

from models.sheets.batches import (
    BatchAnswers as BatchAnswers,
    BatchPreview as BatchPreview,
    BatchSheet as BatchSheet,
)
from models.sheets.daily import (
    BulletinSheet as BulletinSheet,
    DigestSheet as DigestSheet,
    PlanSheet as PlanSheet,
    SchedulerHealth as SchedulerHealth,
    SnoozeSheet as SnoozeSheet,
)
from models.sheets.embargo import Embargo as Embargo
from models.sheets.exports import (
    Arrangement as Arrangement,
    Authenticity as Authenticity,
    ChainSheet as ChainSheet,
    Contradiction as Contradiction,
    ExportSheet as ExportSheet,
    PrintedLine as PrintedLine,
    PrintedList as PrintedList,
    Proof as Proof,
    ReconciliationSheet as ReconciliationSheet,
    Recorded as Recorded,
    Section as Section,
    VerificationSheet as VerificationSheet,
    Worksheet as Worksheet,
    WorksheetTable as WorksheetTable,
)
from models.sheets.letters import (
    CoordinatorSheet as CoordinatorSheet,
    Deadline as Deadline,
    LetterChanges as LetterChanges,
    LetterChoice as LetterChoice,
    LetterSheet as LetterSheet,
    LockSheet as LockSheet,
    PanelSheet as PanelSheet,
    PointSheet as PointSheet,
    PointsSheet as PointsSheet,
    PublishPreview as PublishPreview,
    Reading as Reading,
    TextQuestion as TextQuestion,
    TextSheet as TextSheet,
    TextVersionSheet as TextVersionSheet,
)
from models.sheets.manuscripts import (
    LeftOut as LeftOut,
    Manuscript as Manuscript,
    TrackedQuestion as TrackedQuestion,
)
from models.sheets.mine import (
    AskableName as AskableName,
    AskedSheet as AskedSheet,
    EarlierText as EarlierText,
    LeftToDo as LeftToDo,
    MineSheet as MineSheet,
    OwnOrganisation as OwnOrganisation,
    OwnProposal as OwnProposal,
)
from models.sheets.organisations import Claim as Claim, ClaimsSheet as ClaimsSheet
from models.sheets.outbox import (
    Arrived as Arrived,
    CardPlace as CardPlace,
    CardTask as CardTask,
    CardTry as CardTry,
    DecidedName as DecidedName,
    EventTask as EventTask,
    NoticeSheet as NoticeSheet,
    PickedNotice as PickedNotice,
    PostedNotice as PostedNotice,
    RehearsedNotice as RehearsedNotice,
    RemindersSheet as RemindersSheet,
    RenderedRound as RenderedRound,
    ScheduledNotice as ScheduledNotice,
    ToRedraw as ToRedraw,
    ToSend as ToSend,
    Unsaid as Unsaid,
    Unsent as Unsent,
    WelcomeSheet as WelcomeSheet,
)
from models.sheets.outreach import (
    ConsentRequest as ConsentRequest,
    ContactSheet as ContactSheet,
    InvitationSheet as InvitationSheet,
    OutreachLine as OutreachLine,
    OutreachSheet as OutreachSheet,
)
from models.sheets.pages import (
    PageChoices as PageChoices,
    PageEdition as PageEdition,
    PageSheet as PageSheet,
    PageText as PageText,
)
from models.sheets.people import (
    Actor as Actor,
    CoalitionChanges as CoalitionChanges,
    CoalitionSheet as CoalitionSheet,
    DraftSheet as DraftSheet,
    MemberStatus as MemberStatus,
    ParticipantAnswers as ParticipantAnswers,
    ParticipantSheet as ParticipantSheet,
)
from models.sheets.personal import (
    ErasureSheet as ErasureSheet,
    Forgetting as Forgetting,
    PersonalData as PersonalData,
)
from models.sheets.review import (
    ActLine as ActLine,
    ActOf as ActOf,
    ActsOfSheet as ActsOfSheet,
    ActsSheet as ActsSheet,
    Approving as Approving,
    DecisionSheet as DecisionSheet,
    QueueItem as QueueItem,
    QueueSheet as QueueSheet,
    ReviewAnswer as ReviewAnswer,
    ReviewSheet as ReviewSheet,
    Why as Why,
)
from models.sheets.roster import (
    Counts as Counts,
    EditionChoice as EditionChoice,
    EditionSheet as EditionSheet,
    Growth as Growth,
    ListChanges as ListChanges,
    RosterEntry as RosterEntry,
    RosterPage as RosterPage,
)
from models.sheets.signatories import (
    AskedBefore as AskedBefore,
    BallotSheet as BallotSheet,
    ConsentSheet as ConsentSheet,
    EntryChanges as EntryChanges,
    EntrySheet as EntrySheet,
    HistoryLine as HistoryLine,
    LeavingSheet as LeavingSheet,
    Lookalike as Lookalike,
    NamedVote as NamedVote,
    ProposalAnswers as ProposalAnswers,
    ProposalSheet as ProposalSheet,
    SignAnswers as SignAnswers,
    SignatoryChoice as SignatoryChoice,
    SignatorySheet as SignatorySheet,
)
from models.sheets.votes import ElectorateSheet as ElectorateSheet, Entitled as Entitled, VoteSheet as VoteSheet
