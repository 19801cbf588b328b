import { ENGLISH_MARKS } from './english-marks.ts'
import { IN_DIARY, WE } from './english-words.ts'
import { MOMENT_FIELD, says } from './rules.ts'
import type { ToneRules } from './rules.ts'

const ACTING =
  '(?:find|finding|check|checking|ask|asking|ring|ringing|call|calling|order|ordering|ordered|arrange|arranging|send|sending|email|look|looking|repair|repairing|collect|collecting|lend|bring|make|making|test|pay|refund|replace|write|do|doing|passed|put|answer|discuss|plan|fix|be|get|come|let|tell|reply)'
/** "My colleague Jan" or "Sarah will ring you": a name, so capitals count here. */
const NAMED =
  /(?<!\p{L})(?:colleague|mechanic)\s\p{Lu}|(?<!\p{L})(?!(?:We|He|She|They|It|This|That|You|There|Someone|Somebody)\s)\p{Lu}\p{Ll}{1,30}\s(?:will|is going to|has)(?!\p{L})/u

export const ENGLISH_TONE: ToneRules = {
  marks: ENGLISH_MARKS,
  lights: {
    heard: [
      says(
        "thank|thanks|understand|sorry|apologi[sz]e|apologies|annoying|frustrating|upsetting|disappointing|how (?:awful|annoying|unpleasant|nice|lovely)|what a (?:pity|shame|pleasure)|glad that|good of you|you(?:['’]re| are) right|i (?:have |['’]ve )?(?:read|seen|looked at)",
        'you (?:wrote|write|told|tell|asked|ask|said|say|mentioned|rang|called|explained|are waiting|have been waiting)|still waiting|your (?:question|message|email|complaint|story|call|disappointment|letter) (?:about|of|is|has)',
      ),
    ],
    what: [
      says(
        `${WE}(?:['’]ll| will| shall|['’]m| am|['’]re| are| have|['’]ve) ~2 ${ACTING}|is (?:looking|finding|checking)|still to do|next step`,
        "you(?:['’]ll| will) (?:hear|have|receive|get)|will (?:ring|call|email|reply|answer|write|come|look|check|send|order|arrange|repair|find|put)",
      ),
    ],
    when: [IN_DIARY, MOMENT_FIELD],
    who: [says("i|i['’]ll|i['’]m|me|my|myself"), /\{\{ {0,3}(?:staff|colleague) {0,3}\}\}/i, NAMED],
  },
}
