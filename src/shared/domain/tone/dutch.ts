import { DUTCH_MARKS } from './dutch-marks.ts'
import { IN_DIARY, WE, YOU, YOUR } from './dutch-words.ts'
import { MOMENT_FIELD, says } from './rules.ts'
import type { ToneRules } from './rules.ts'

const ACTING =
  '(?:zoek|kijk|vraag|bel|bestel|regel|stuur|mail|controleer|overleg|maak|haal|repareer|leen|zorg|breng|ga|laat|geef|neem|bespreek|zet|los|meet|test|plan|betaal|vervang|schrijf|doe|zal|zoeken|kijken|vragen|bellen|bestellen|regelen|sturen|mailen|controleren|overleggen|maken|halen|repareren|lenen|zorgen|brengen|gaan|laten|geven|nemen|bespreken|zetten|lossen|plannen|betalen|vervangen|schrijven|doen|zullen)'
const HE_ACTS =
  '(?:belt|zoekt|mailt|bestelt|regelt|stuurt|controleert|maakt|repareert|geeft|neemt|komt|kijkt|overlegt|gaat|helpt|heeft)'
/** "Collega Jan" or "Sanne belt u": a name, so capitals count here. */
const NAMED = new RegExp(
  `(?<!\\p{L})(?:[Cc]ollega|[Mm]onteur)\\s\\p{Lu}|(?<!\\p{L})(?!(?:We|Wij|Hij|Zij|Ze|Dat|Dit|Het|Er|Wie|Iemand|Hier|Daar|Morgen|Vandaag|U)\\s)\\p{Lu}\\p{Ll}{1,30}\\s${HE_ACTS}(?!\\p{L})`,
  'u',
)

export const DUTCH_TONE: ToneRules = {
  marks: DUTCH_MARKS,
  lights: {
    heard: [
      says(
        'dank|bedankt|dankjewel|begrijp|begrijpen|snap|snappen|vervelend|naar voor|spijt|sorry|excuses|jammer|fijn (?:dat|om)|goed dat|gelezen|gehoord|terecht|gelijk|wat (?:naar|vervelend|jammer|een)',
        `${YOU} (?:schrijft|schreef|vertelt|vertelde|vraagt|vroeg|gaf aan|meldt|meldde|noemt|noemde|belde|mailde|wacht|baalt|zat|zit)`,
        `${YOUR} (?:vraag|bericht|mail|e-mail|klacht|verhaal|telefoontje|melding|teleurstelling|ergernis) (?:over|van|is|heeft)`,
      ),
    ],
    what: [
      says(
        `${WE} ~3 ${ACTING}|${ACTING} ${WE}|(?:hoort|krijgt|ontvangt) ${YOU}|${YOU} (?:hoort|krijgt|ontvangt)`,
        `${HE_ACTS} ~5 (?:uit|u|je|na|op|langs|aan|ermee|antwoord|contact)|volgende stap|moet nog gebeuren`,
      ),
    ],
    when: [IN_DIARY, MOMENT_FIELD],
    who: [says('ik|mijn|mij|me'), /\{\{ {0,3}(?:staff|collega) {0,3}\}\}/i, NAMED],
  },
}
