import type { ContactKind } from './contact.ts'

// A chaser is a customer who had to come back to us while we still owed an answer.

/** What is known of a contact and of what we owed this customer just before it, over all channels together. */
export interface Approach {
  readonly kind: ContactKind
  /** What is new in it, without quoted history. */
  readonly text: string
  /** Sent by a machine. */
  readonly automatic: boolean
  /** The customer was waiting for an answer on this case. */
  readonly answerOwed: boolean
  /** Live promises to this customer on this case. */
  readonly livePromises: number
}

const INCOMING: readonly ContactKind[] = ['mail-in', 'call-in', 'counter', 'letter', 'social']

/** Whether this contact counts as coming back. A person's contact while we owe something does, unless it merely thanks. */
export function isChaser(approach: Approach): boolean {
  if (!INCOMING.includes(approach.kind) || approach.automatic) return false
  return (approach.answerOwed || approach.livePromises > 0) && !merelyThanks(approach.text)
}

// A mere thank-you is made of words of thanks and agreement, and harmless words around them. One other word, or a question
// mark, makes it more than that: "thanks, but …". Better a thank-you too many in the count than a waiting customer too few.
const THANKS = new Set(
  list(`bedankt bedank dank dankje dankjewel dankuwel bedankje thanks thank thx tnx cheers merci top super prima perfect fijn
  mooi geweldig fantastisch uitstekend great lovely wonderful brilliant excellent fantastic awesome superb akkoord oke oké ok okay okido
  okidoki goed good fine helder duidelijk clear noted agreed begrepen understood 👍 🙏 😊 🙂 👌 ❤ 🎉`),
)

const HARMLESS = new Set(
  list(`u je jij jou jouw jullie uw ik wij we ons mijn me mij heel erg zeer hartelijk hartelijke vriendelijk enorm veel ontzettend
  voor de het een dit deze dat die snelle snel vlotte vlot goede duidelijke uitgebreide prettige fijne heldere vriendelijke
  reactie antwoord bericht berichtje mail mailtje email e-mail bevestiging terugkoppeling hulp moeite service informatie
  info uitleg update belletje telefoontje gesprek tijd aandacht geduld begrip advies tip inzet zorg
  en ook alvast nogmaals weer wel zo is zijn ben heb hebt heeft helemaal zeker hoor graag gedaan alles in orde mee geholpen
  tot dan morgen straks vanmiddag om uur bij de op maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ziens horens
  dag weekend avond middag ochtend weekeinde vakantie dagen wens gewenst toegewenst nog verder allemaal iedereen jullie
  wacht af blij ontvangen gelezen genoteerd bijzonder joh zeg wat zien u daar hiervoor daarvoor erop met over aan
  hoogachtend groet groeten groetjes
  you your yours so very much many a lot the for this that it is was all i we my our me us to as in of and both
  quick prompt fast swift kind helpful clear nice reply response answer message email mail confirmation help update
  information info call phone time trouble effort explanation service advice patience support
  again advance well received got works sounds perfect then see later tomorrow today monday tuesday wednesday thursday
  friday saturday sunday speak talk soon have enjoy day weekend evening afternoon week rest indeed really appreciated
  appreciate letting know always everyone happy glad pleased with been will wait getting back at helping out`),
)

const GREETING =
  '(?:beste|geachte|hallo|hoi|hey|hi|hello|dear|dag|goede(?:morgen|middag|navond|ndag)|good (?:morning|afternoon|evening))'
const GREETING_LINE = new RegExp(`^${GREETING}(?![\\p{L}])[^\\n,!.]{0,60}[,!.]?\\s*$`, 'iu')
const GREETING_START = new RegExp(`^${GREETING}\\s+[^,!.\\n]{1,40}[,!.]\\s*`, 'iu')
const SIGN_OFF =
  /^(met (hartelijke|vriendelijke|warme)|vriendelijke|hartelijke|hoogachtend|mvg|m\.?v\.?g\.?|groet(en|jes)?|gr\.?|kind|best|warm|(yours )?(sincerely|faithfully)|regards)(?!\p{L})[^\n]{0,30}$/iu
const DEVICE =
  /^(verzonden|verstuurd|sent|get outlook|outlook voor)\b.*(iphone|ipad|android|samsung|mobile|outlook|telefoon)/iu
/** "Bedankt Anna!", and a name on a line of its own under the text. */
const NAME_AFTER_THANKS =
  /(?<=(?:^|[\s,])(?:[Bb]edankt|[Dd]ank(?: je| u)?(?: wel)?|[Dd]ank(?:je|u)wel|[Tt]hanks|[Tt]hank you|[Cc]heers|[Oo]k[eé]?|OK|[Tt]op|[Pp]rima|[Ss]uper),? )\p{Lu}\p{Ll}+(?=\s*(?:[.,!]|$))/gu
const NAME_LINE = /^\p{Lu}[\p{L}'-]*(?: (?:van |de |der |den )*\p{Lu}[\p{L}.'-]*){0,2}$/u
const ASKS_OR_OBJECTS =
  /[?¿]|(?<!\p{L})(maar|but|however|echter|helaas|unfortunately|niet|niets|geen|not|no|nooit|never|nog steeds|still|wanneer|when|waar|where|hoe|how)(?!\p{L})/iu

/** Whether a text says thank you (or "fine, agreed") and nothing else. Dutch or English; greeting and signature are left out. */
export function merelyThanks(text: string): boolean {
  const body = bodyOf(text)
  if (ASKS_OR_OBJECTS.test(body)) return false
  const words = body.toLowerCase().match(/[\p{L}\p{N}\p{Extended_Pictographic}'’:-]+/gu) ?? []
  const harmless = (word: string): boolean => THANKS.has(word) || HARMLESS.has(word) || /^\d{1,2}(:\d\d)?$/.test(word)
  return words.some((word) => THANKS.has(word)) && words.every(harmless)
}

/** What stands between greeting and sign-off, without names. */
function bodyOf(text: string): string {
  const kept: string[] = []
  for (const raw of text.normalize('NFC').split(/\r?\n/)) {
    // Variation selectors and skin tones are part of an emoji, not words of their own.
    const line = raw.replace(/\uFE0F|\p{Emoji_Modifier}/gu, '').trim()
    if (/^(--|__|>)/.test(line) || DEVICE.test(line) || (kept.length > 0 && SIGN_OFF.test(line))) break
    if (line === '' || (kept.length === 0 && GREETING_LINE.test(line))) continue
    kept.push(kept.length === 0 ? line.replace(GREETING_START, '') : line)
  }
  if (kept.length > 1 && NAME_LINE.test(kept.at(-1) ?? '')) kept.pop()
  return kept.join('\n').replace(NAME_AFTER_THANKS, '')
}

function list(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}
