import type { Generated } from 'kysely'
import type { CaseKind, CaseState, Channel, SetAsideReason } from '../../shared/domain/case.ts'
import type { CallOutcome, ContactKind, Mood, OutboxState } from '../../shared/domain/contact.ts'
import type { ImprovementStatus } from '../../shared/domain/improvement.ts'
import type { FormOfAddress, Language } from '../../shared/domain/people.ts'
import type { KeptHow, PromiseOrigin, PromiseState } from '../../shared/domain/promise.ts'
import type { TemplateKind } from '../../shared/domain/template.ts'
import type { Instant, IsoDate } from '../../shared/domain/time.ts'
import type { EventKind } from '../../shared/contract/business.ts'

// The tables as Kysely sees them; migrations/ creates them. Rows of these types never leave the store.
// Ids are UUIDv7 text, instants are integers (UTC epoch milliseconds), booleans are 0 or 1, *_json is JSON text.

type Flag = 0 | 1

export interface Tables {
  setting: SettingTable
  staff: StaffTable
  customer: CustomerTable
  customer_address: CustomerAddressTable
  mailbox: MailboxTable
  folder: FolderTable
  raw_mail: RawMailTable
  mail: MailTable
  case: CaseTable
  contact: ContactTable
  attachment: AttachmentTable
  promise: PromiseTable
  outbox: OutboxTable
  nag: NagTable
  nag_snooze: NagSnoozeTable
  event: EventTable
  template: TemplateTable
  search: SearchTable
  absence: AbsenceTable
  absence_handover: AbsenceHandoverTable
  round: RoundTable
  improvement: ImprovementTable
  improvement_notice: ImprovementNoticeTable
  undo: UndoTable
  erased_mail: ErasedMailTable
}

/** One JSON value per key: the business, the nag ladder, the next case number. */
interface SettingTable {
  key: string
  value_json: string
}

interface StaffTable {
  id: string
  name: string
  colour: string
  email: string | null
  signature: string
  active: Flag
  created_at: Instant
}

interface CustomerTable {
  id: string
  name: string
  company: string | null
  notes: string
  created_at: Instant
  /** Its row in `search`, which a change rewrites. */
  search_rowid: number
  /** Null unless who it was is gone. */
  erased_at: Generated<Instant | null>
}

/** How a customer is reached. `value` is the normalised form and belongs to one customer only. */
interface CustomerAddressTable {
  kind: 'email' | 'phone'
  /** Lower-case address, or E.164 number. */
  value: string
  customer_id: string
  created_at: Instant
}

interface MailboxTable {
  id: string
  name: string
  address: string
  from_name: string
  aliases_json: string
  imap_json: string
  smtp_json: string
  folders_json: string
  first_sync_days: number
  active: Flag
  /** Why a person must act before its servers are tried again: { imap, smtp }, each a Failure or null. Null when both work. */
  stopped_json: string | null
  created_at: Instant
  /** Taken out of the settings; the row stays for the mail that came through it. */
  removed_at: Generated<Instant | null>
}

/** How far each folder has been read. The cursor moves in the same transaction as the mails it passes. */
interface FolderTable {
  id: string
  mailbox_id: string
  path: string
  uid_validity: string
  /** Every UID up to and including this one has been dealt with. */
  last_uid: number
  /** The first synchronisation is done: later mail may be acknowledged. */
  first_sync_done: Flag
}

/** Mail as it came over the wire, gzip-compressed; the same bytes are kept once. */
interface RawMailTable {
  id: string
  sha256: string
  size: number
  gzip: Uint8Array
}

/** One message in one folder, whatever it became. */
interface MailTable {
  id: string
  mailbox_id: string
  folder_path: string
  uid_validity: string
  uid: number
  /** Without angle brackets; null when it has none. */
  message_id: string | null
  raw_id: string
  /** The contact it became; several copies of one message share it. Null while set aside without a case. */
  contact_id: string | null
  received_at: Instant
}

interface CaseTable {
  id: string
  number: number
  customer_id: string
  subject: string
  /** Subject without Re:, Fwd: and the like, lower-case: for matching. */
  subject_key: string
  kind: CaseKind
  channel: Channel
  state: CaseState
  set_aside_reason: SetAsideReason | null
  owner_id: string | null
  mailbox_id: string | null
  opened_at: Instant
  /** The first time a person (not an acknowledgement) answered. */
  first_answer_at: Instant | null
  closed_at: Instant | null
  /** Since when staff say that it is our turn although no message says so: reopened, or judged to be a question after all. */
  reopened_at: Instant | null
  last_contact_at: Instant
  /** Since when the customer has been waiting for us; null when it is not our turn. */
  awaiting_since: Instant | null
  /** Earliest due moment among the open and broken promises; null when there are none. */
  next_due_at: Instant | null
  /** A live promise of which the customer was not told: mail stuck, uncertain or bounced. */
  customer_unaware: Generated<Flag>
  came_back: Generated<number>
  snippet: string
  /** Everything on it is on that one now. */
  merged_into: Generated<string | null>
  /** Null unless what was said is gone. */
  erased_at: Generated<Instant | null>
}

interface ContactTable {
  id: string
  case_id: string
  customer_id: string
  kind: ContactKind
  at: Instant
  /** When we wrote it down. A mail that arrives late was not answered by what we wrote before we had it. */
  recorded_at: Instant
  staff_id: string | null
  from_address: string | null
  to_json: string
  subject: string | null
  text: string
  quoted: string
  has_html: Flag
  unreadable: Flag
  automatic: Flag
  mood: Mood | null
  outcome: CallOutcome | null
  raw_id: string | null
  /** Without angle brackets, for mail in and out: threading finds it here. */
  message_id: string | null
  /** In-Reply-To and References of mail in, as JSON, oldest first: our own answer extends this chain. */
  references_json: string
  /** The template that the reply began with. */
  template_id: Generated<string | null>
}

interface AttachmentTable {
  id: string
  contact_id: string
  /** Position among the mail's attachments: the bytes are read from the raw mail when asked for. */
  position: number
  name: string
  media_type: string
  size: number
}

interface PromiseTable {
  id: string
  case_id: string
  customer_id: string
  owner_id: string
  text: string
  made_at: Instant
  made_by: string | null
  due_at: Instant
  origin: PromiseOrigin
  contact_id: string | null
  state: PromiseState
  broken_at: Instant | null
  ended_at: Instant | null
  kept_how: KeptHow | null
  end_note: string | null
  predecessor_id: string | null
  customer_knows: 'yes' | 'not-yet' | 'undelivered'
  /** The contact that kept or replaced it: when that mail is taken back, the promise stands again. */
  ended_contact_id: Generated<string | null>
}

/** Every mail we owe the wire. `raw` is final before the first attempt and never changes. */
interface OutboxTable {
  id: string
  contact_id: string
  case_id: string
  mailbox_id: string
  message_id: string
  envelope_from: string
  recipients_json: string
  raw: Uint8Array
  state: OutboxState
  /** Not before this moment: the undo window, then the back-off. */
  next_try_at: Instant
  attempts: number
  failure_json: string | null
  /** Recipients that the server refused while it took the mail for others: [{ address, failure }]. */
  refused_json: Generated<string>
  created_at: Instant
  sent_at: Instant | null
  /** The copy in the Sent folder, and \Answered on the mail replied to: each retried by itself, never the mail. */
  copy_state: 'due' | 'done' | 'none'
  answered_state: 'due' | 'done' | 'none'
  /** The mail it answers, for \Answered. */
  answers_mail_id: string | null
}

/** One step of one promise's ladder, recorded before it is shown, so that it is shown once. */
interface NagTable {
  id: string
  promise_id: string
  step: number
  tone: 'before' | 'due' | 'late'
  everyone: Flag
  /** When the ladder asked for it. */
  due_at: Instant
  recorded_at: Instant
  shown_at: Instant | null
}

interface NagSnoozeTable {
  id: string
  promise_id: string
  at: Instant
  until: Instant
  staff_id: string | null
}

/** The history. Triggers refuse UPDATE and DELETE. */
interface EventTable {
  id: string
  at: Instant
  staff_id: string | null
  kind: EventKind
  case_id: string | null
  promise_id: string | null
  data_json: string
}

/** Own templates; the built-in ones are files in resources/templates. */
interface TemplateTable {
  id: string
  kind: TemplateKind
  language: Language
  address: FormOfAddress
  title: string
  body: string
  created_at: Instant
}

/** FTS5. One row a contact or a customer; newest rowid first. */
interface SearchTable {
  rowid: Generated<number>
  /** What was said; empty in the row of a customer. */
  text: string
  /** Name, company, addresses, numbers and notes; empty in the row of a contact. */
  customer: string
  case_id: string
  customer_id: string
}

/** Something that should work better, however many people noticed it. */
interface ImprovementTable {
  id: string
  title: string
  status: ImprovementStatus
  /** What came of it; empty until it is done. */
  result: string
  created_at: Instant
  done_at: Instant | null
}

/** One time that one of us noticed it, on one case. */
interface ImprovementNoticeTable {
  id: string
  improvement_id: string
  case_id: string
  staff_id: string | null
  text: string
  at: Instant
}

/** What a change at the desk was before, until it is undone. `data_json` is an UndoData of store/undo.ts. */
interface UndoTable {
  id: string
  at: Instant
  data_json: string
}

/** Somebody is away, whole days in the zone of the business. */
interface AbsenceTable {
  id: string
  staff_id: string
  from_date: IsoDate
  /** The last day away; before `from_date` when it was called off. */
  until_date: IsoDate
  set_at: Instant
  set_by: string | null
  /** When somebody said that it ends sooner than was set. */
  ended_at: Generated<Instant | null>
  /** When this person, back again, saw what had become of their promises. */
  seen_at: Generated<Instant | null>
}

/** A promise that a colleague took over for an absence. */
interface AbsenceHandoverTable {
  absence_id: string
  promise_id: string
}

/** What lies ahead, told to everybody at opening and before closing; recorded before it is shown. */
interface RoundTable {
  id: string
  kind: 'morning' | 'evening'
  /** The opening, or so long before closing: one round has one moment. */
  at: Instant
  /** How many promises it told of. */
  promises: number
  recorded_at: Instant
  shown_at: Instant | null
}

/** Where an erased mail is on its server, so that it is not fetched again. */
interface ErasedMailTable {
  mailbox_id: string
  folder_path: string
  uid_validity: string
  uid: number
  /** Of the bytes as they came, in hex. */
  sha256: string
}
