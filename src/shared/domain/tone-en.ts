import { phrases, QUESTION, says, startsWith } from './tone-rules.ts'
import type { ToneRule, ToneRules } from './tone-rules.ts'

const WE = '(?:we|i)'
/** we will, we'll, I am going to … with or without a few words. */
const WILL = "(?:we|i)(?:['’]ll| will| shall| can| could|['’]re going to| are going to|['’]m going to| am going to)?"
const NOT = "(?:can['’]t|cannot|can not|couldn['’]t|could not|won['’]t|will not|am unable to|are unable to|['’]re unable to|['’]m unable to|am not able to|are not able to|['’]re not able to|['’]m not able to|aren['’]t able to|are not in a position to)"
const DONT = "(?:don['’]t|do not|never)"

const MONTHS = '(?:jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
/** A moment that a customer can write in a diary. */
const MOMENT = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
  'tomorrow|tonight|this (?:morning|afternoon|evening)',
  '(?:later|by the end of|by|before|before the end of|during) today',
  '\\d{1,2}[:.]\\d\\d|\\d{1,2} ?(?:am|pm|a\\.m\\.|p\\.m\\.|o[\'’]clock)|noon|midday',
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTHS}|${MONTHS} \\d{1,2}(?:st|nd|rd|th)?`,
  '(?:at|by|before|until|around) (?:half past |quarter (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,!]|$| o)',
  '(?:within|in) (?:a|one|two|three|1|2|3) (?:working |business )?days?',
  '(?:within|in) (?:an|one|two|three|four|half an|\\d{1,2}) hours?|(?:within|in) (?:\\d{1,2}|ten|fifteen|twenty|thirty) minutes|within the hour',
  '(?:by|before) (?:the end of (?:the|this) (?:day|week|morning|afternoon)|close of business|closing time|lunch)',
]
const IN_DIARY = says(...MOMENT, 'today')
const FIELD = /\{\{ *moment *\}\}/i
const STAFF = /\{\{ *(?:staff|colleague) *\}\}/i
/** "My colleague Jan" or "Sarah will ring you": a name, so capitals count here. */
const NAMED =
  /(?<!\p{L})(?:colleague|mechanic)\s\p{Lu}|(?<!\p{L})(?!We\s|He\s|She\s|They\s|It\s|This\s|That\s|You\s|There\s|Someone\s|Somebody\s)\p{Lu}\p{Ll}+ (?:will|is going to|has)(?!\p{L})/u

const vagueTime: ToneRule = {
  category: 'vague-time',
  signs: [
    phrases(
      'as (?:soon|quickly|fast|promptly|speedily) as (?:possible|we can|i can|we are able|i am able|practicable|may be)|a\\.?s\\.?a\\.?p\\.?|soonest',
      `as soon as (?:${WE}|there|it|this|that|the|our|they|more|he|she)`,
      "(?:very )?shortly(?! (?:after|before|afterwards|past))|before (?:too )?long|in due course|in due time|in (?:a|good) while|in (?:the|a) (?:very )?(?:near|foreseeable|not too distant) future|momentarily|presently|imminently|any (?:day|time|minute) now|the (?:moment|minute|instant) (?:we|i|it) ~2 can",
      '(?:call|ring|write|email|contact|reply|look|do|send|answer|come|get) ~4 later(?! today| this| on)',
      "at (?:our|my|the) earliest (?:convenience|opportunity|possible (?:moment|opportunity|convenience))|at (?:some|a later) (?:point|stage|time|date)|one of these days|sometime soon|some time soon|sooner or later",
      "(?:very |quite |fairly )?soon(?! as| after| enough| before| to be)",
      "(?:in|over) the (?:coming|next few|next couple of|following) (?:days|weeks|hours|months)|(?:within|in) (?:a few|a couple of|several|some|the next few) (?:working |business )?(?:days|weeks|hours)(?:['’] time)?|in a bit|in a timely (?:manner|fashion)|(?:when|once) (?:i|we) (?:get|have|find) (?:a|some|the) (?:moment|chance|time|minute)|(?:when|whenever|once) (?:i|we) can",
      'once (?:we|i) (?:know|have|hear|receive) (?:more|news|it|them|anything)|when (?:we|i) (?:know|hear) more|when time (?:allows|permits)|(?:with|as a matter of) (?:all |great )?(?:urgency|haste)',
      `${WILL} ~2 (?:promptly|quickly|swiftly)|(?:reply|respond|answer|call|ring|contact|write|ship|send|deal) ~4 (?:promptly|quickly|swiftly|speedily)`,
    ),
  ],
  unless: [
    says(...MOMENT),
    FIELD,
    says('so soon|(?:see|meet|speak to|talk to|talk) (?:you|to you)? ?(?:very |again )?soon|well soon|better soon|(?:too|how|no) soon(?:er)?|the sooner|soon(?:er)? (?:the|you)'),
    says('you ~4 (?:need|want|wanted|needed|asked|wrote|said|hoped|would like|wish|mentioned)', 'as soon as you', 'at your (?:earliest )?(?:convenience|leisure)', '(?:could|would|can) you'),
  ],
}

/** What is possible, said in the same breath. */
const POSSIBLE = [
  `but ~5 (?:can|could|do|will|have|offer|is|are)`,
  `instead|alternatively|as an alternative|what (?:${WE}) can (?:do|offer)|(?<!nothing (?:more |else |that )?)${WE} can(?! ?not) ~1 (?:offer|lend|give|do|arrange|send)|(?:${WE}) (?:could|do have|do offer)|you (?:can|could|may) ~3 (?:choose|collect|have|hire|buy|get)`,
]
const CONDITION = /^(?:and |but |even )?(?:if|should|unless|when|in case)\s/iu
const bareNo: ToneRule = {
  category: 'bare-no',
  signs: [
    startsWith(
      "(?:(?:sorry|unfortunately|i['’]?a?m afraid|i am sorry|i['’]m sorry|we are sorry|regrettably),?(?: but)?,? )?no(?=[,.!;:]|$| (?:we|i|you|that|it|this)(?!\\p{L}))",
      "(?:unfortunately|sorry|regrettably|i['’]m afraid|i am afraid),? not(?! only)",
    ),
    phrases(
      'the answer is ~1 no',
      `${WE}(?:,? ~2 )?${NOT}`,
      "${WE} ${NOT}".replace('${WE}', '(?:we|i|our mechanic|our team)').replace('${NOT}', NOT),
      "(?:not|no longer|isn['’]t|aren['’]t|won['’]t be|wasn['’]t) ~1 (?:possible|feasible|available|an option|doable)|impossible|out of the question|not something (?:we|i) ~1 (?:do|offer|can do)",
      "(?:can['’]t|cannot|can not|won['’]t|will not|could not) be (?:done|changed|moved|refunded|returned|exchanged|repaired|cancelled|made|altered|extended|accepted|delivered)",
      'nothing ~4 (?:can|could|able to) ~2 do|there is nothing to be done|no (?:way|chance|option|possibility)(?! ?of it)|declined|refuse|have to (?:decline|refuse|reject)|turn(?:ed)? down|rejected',
      `${WE} no longer ~1 (?:sell|stock|offer|make|do|repair|deliver|accept|have)`,
      `${WE} ${DONT} ~1 (?:do|offer|accept|deliver|give|make|sell|take|repair|refund|exchange|provide|ship|stock|hire|allow|have (?:that|those|it|this|them|any))`,
      "(?:that|this|it) (?:won['’]t|will not|is not going to|isn['’]t going to) (?:work|happen|be possible)|no (?:refunds|exchanges|returns|discounts)|you (?:won['’]t|will not|cannot|can['’]t) (?:get|have|receive|be given)",
      "does ~2 not qualify|doesn['’]t qualify|do not qualify|not entitled|not eligible",
    ),
  ],
  unless: [
    QUESTION,
    CONDITION,
    says(
      "no (?:problem|problems|worries|need|trouble|charge|rush|hurry|doubt|later than|obligation|bother|matter|extra|fee|cost|pressure|sooner|bad)|not impossible|cannot but|(?:free of|without) charge|not at all|of course not|don['’]t worry|no\\.? \\d+",
      "(?:can['’]t|cannot|can not) (?:wait|thank|apologi[sz]e|imagine|stress|recommend|praise|be too|help but|help smiling|tell you how|fault)|not possible to miss",
      "(?:does|do|did|will|would|need) ?n[o'’]t (?:need|matter|mind|have to|cost)|need not|(?:nothing|no) to pay|not only|not too (?:late|expensive|early|much)|(?:not|nothing) (?:wrong|the only one|to blame)",
    ),
    says(...POSSIBLE),
  ],
  unlessAfter: says('instead|alternatively', ...POSSIBLE),
}

const RULE_WORDS = '(?:rules?|polic(?:y|ies)|terms(?: and conditions)?|conditions|procedures?|regulations|guidelines|protocols?|t&cs|small print|processes)'
const ourRules: ToneRule = {
  category: 'our-rules',
  signs: [
    phrases(
      `(?:against|under|according to|as per|per|in line with|in accordance with|due to|because of|within|outside|by|as stated in|based on|pursuant to|following) (?:our|the|these|those|company|store|shop|house) ~2 ${RULE_WORDS}`,
      `(?:our|the|a|any|company|strict|follow|no-refunds?|standard) ~2 ${RULE_WORDS}`,
      "policy (?:dictates|requires|says|states|prevents|forbids)|(?:not|n['’]t) (?:allowed|permitted) to",
      '(?:company|store|shop|house|standard|strict) (?:policy|rules|procedure)|it is policy|(?:a matter of|is|against) policy',
      'rules are rules|(?:those|these|them) are the rules|the rules (?:are|say|state|don[\'’]t|do not)|the rule is that|the policy (?:is|says|states)|the terms (?:say|state|are)',
      "(?:the|our) (?:system|computer|till|software) ~3 (?:not|n['’]t) ~1 (?:allow|let|permit|accept)|(?:the|our) (?:system|computer|software) (?:won['’]t|will not|doesn['’]t|cannot|can['’]t)|the system will not",
      "(?:head office|management|my manager|the boss|my boss) ~2 (?:not|n['’]t|forbids|won['’]t)|(?:head office|management) (?:doesn['’]t|won['’]t|will not)|not (?:allowed|permitted) (?:to do (?:that|so|this) )?by (?:head office|management)",
      "(?:that|this)(?:['’]s| is) (?:just |simply )?(?:how|the way) (?:we|it) (?:work|works|do)|you (?:agreed to|signed|accepted) (?:the|our|these)",
    ),
  ],
  unless: [
    says('attached|enclosed|you (?:can|will) find|find our|as you asked|(?:chang|updat|review|improv|adapt|rewrit)(?:e|es|ed|ing)|exception|insurance|insurer|policy number|privacy policy|rule of thumb|council|government|in terms of|on good terms|the law|by law|legal'),
  ],
}

const shouldHave: ToneRule = {
  category: 'should-have',
  signs: [
    phrases(
      "you (?:really )?(?:should|could|ought to|might)(?: ?have|['’]ve) ~1 (?:\\p{L}{2,20}(?:ed|en|ught|own|ung|ead|old|ent|ept|elt|oken|ome|one|aid|ade|ut|et|ought)|been|read|rung|told|done|known|called|gone|kept|brought|checked)",
      "you should (?:know|realise|realize|be aware|first|really)|you (?:ordered|chose|gave|entered|sent|used|picked|typed|paid|replied|came|called|rang|reported|filled in|brought|supplied) ~4 (?:wrong|incorrect|incorrectly|too late|late)",
      "you (?:must|need to|have to|ought to|are required to|are obliged to|['’]re required to|are expected to|are to|were supposed to|are supposed to|were meant to|were required to|were told|should first|will have to|will need to|['’]ll have to|['’]ll need to)",
      "you (?:failed|neglected|omitted|forgot|have failed|have forgotten|have neglected)(?: to)?|you didn['’]t|you did not|you have(?: not|n['’]t) (?:followed|read|completed|paid|told|sent|returned|supplied|provided|filled|kept|included|enclosed|checked)|you never (?:told|called|rang|wrote|sent|read|said|checked|mentioned|paid|asked)",
      "(?:it is|it['’]s|that is|that['’]s|this is) ~1 your (?:own )?(?:fault|responsibility|mistake|problem|own)|your own (?:fault|responsibility|mistake|doing|risk)|had you ~4 (?:you|we|this|it)|if (?:only )?you(?:['’]d| had) (?:only )?\\p{L}{2,20}",
      "why (?:didn['’]t|did|haven['’]t|have) you|as you (?:should know|could have read|would know)|next time,? (?:please )?(?:read|check|call|make)",
    ),
  ],
  unless: [
    says("you (?:should|ought to)(?: ?have|['’]ve) (?:heard|received|had|got|been (?:told|called|rung|given|informed|helped|contacted))|should ?n[o'’]t? have (?:had|to|been)|shouldn['’]t have|should not have"),
    says("(?:don['’]t|do not|won['’]t|will not|need ?n['’]?o?t|no longer|never) (?:need|have) to|all you (?:need|have) to do|(?:if|when|whenever|whatever|before|what|how|where) you (?:need|have|must|ought|want)"),
    says("you must (?:be|have been|feel|have felt|think)|(?:that|because) you (?:had|have|need(?:ed)?) to (?:wait|chase|call|ring|ask|come|write|go)|sorry ~9 you|you had to wait"),
    says("you didn['’]t (?:hear|receive|get|deserve)|you did not (?:hear|receive|get|deserve)|you have(?: not|n['’]t) (?:heard|received|had)|not your (?:own )?(?:fault|mistake|responsibility|problem)|from us"),
    /^(?!\s*(?:why|had)).*\?\s*$/iu,
  ],
}

const CAUSES =
  "circumstances|(?:high|heavy|unprecedented|increased|great|overwhelming) (?:demand|volumes?|workload|number of)|demand|staff(?:ing)? (?:shortages?|absences?|problems|issues|levels|illness|sickness)|shortage of staff|illness|sickness|(?:the )?(?:holidays?|holiday season|holiday period|festive season|christmas|summer|busy (?:period|season|time))|(?:technical|system|computer|it|software) (?:errors?|problems?|faults?|glitch(?:es)?|issues?|failure)|strikes?|covid|the weather|shortages?|the rush|a misunderstanding|miscommunication|a mix-up|supply (?:problems|issues)|a backlog|the backlog|refurbishment"
const OTHERS =
  "supplier|suppliers|manufacturer|factory|importer|wholesaler|courier|carrier|delivery (?:company|firm|driver|service)|royal mail|postnl|dhl|dpd|ups|gls|fedex|hermes|evri|subcontractor|bank|insurer|previous (?:mechanic|employee|colleague)|colleague|warehouse|accounts department|post office|postal service|trainee|temp"
const BLAME =
  "late|not|n['’]t|let (?:us|me) down|keeps?|kept|lost|mislaid|wrong|forgot|forgotten|mistake|error|fault|delays?|delayed|failed|fails|problems?|messed|mixed|damaged|waiting|behind|misplaced|broke"
const excuse: ToneRule = {
  category: 'excuse',
  signs: [
    phrases(
      `(?:due to|because of|owing to|on account of|as a result of|thanks to|caused by|down to|given) ~3 (?:${CAUSES})`,
      "(?:unforeseen|exceptional|special|unexpected) circumstances|(?:beyond|outside|out of) our (?:control|hands|power)|force majeure|(?:short[- ]?|under)staffed|short[- ]handed|(?:staff|people|colleagues|team|mechanics?) ~4 (?:off sick|off ill|ill|away)|(?:not|isn['’]t|wasn['’]t) (?:really )?(?:our|my) (?:fault|mistake|responsibility|doing|problem)|not down to us",
      "(?:we|i)(?:['’]ve| have|['’]re| are|['’]m| am| were| was)(?: all)? ~3 (?:busy|rushed off|swamped|overwhelmed|snowed under|overrun|run off our feet)|it(?:['’]s| is| was| has been) ~3 (?:busy|hectic)|busy (?:time|period|season) of (?:the )?year|(?:things|the shop|the workshop) (?:are|is|has been|have been|were|was) ~2 (?:busy|hectic|slow)",
      `(?:${OTHERS}) ~5 (?:${BLAME})|(?:${OTHERS})(?: has|have|had|did|does|could)?n['’]t|(?:${OTHERS}) (?:has|have|had|did|does|could) not|(?:${OTHERS}) (?:gave|sent|told|supplied|delivered|put) ~3 (?:wrong|late|incorrect|incorrectly)`,
      `(?:fault|mistake|error) (?:of|by|on the part of) ~2 (?:${OTHERS})|(?:${OTHERS})['’]s? (?:fault|mistake|error)|(?:depend|dependent|waiting) (?:on|for) ~2 (?:${OTHERS})`,
      `wrong (?:at|with) ~2 (?:${OTHERS})`,
      "there (?:was|is|has been) ~2 (?:error|fault|problem|glitch|issue) (?:in|with) (?:the|our) (?:system|computer|software|website)|(?:system|computer|server|website) (?:was|is|went|has been) (?:down|offline)|system error|slipped through|something came up",
    ),
  ],
  unless: [
    says("despite|in spite of|although|(?:not|isn['’]t|less|never|quiet|quieter) (?:so |too |very |that )?busy|you (?:are|must be|were)? ?~2 busy|our (?:fault|mistake) entirely|this is our mistake|(?:so|that is why|therefore),? (?:i|we)"),
    says(...MOMENT),
    FIELD,
    says('(?:i|we)(?:[\'’]m| am|[\'’]re| are) (?:collecting|fetching|driving|bringing|lending|sending)'),
    QUESTION,
  ],
  unlessAfter: says(...MOMENT, 'that is why|therefore', "(?:i|we)(?:['’]m| am|['’]re| are|['’]ll| will) ~1 (?:collect|collecting|fetch|lend|lending|bring|bringing|send|sending|arrange)"),
}

const brushOff: ToneRule = {
  category: 'brush-off',
  signs: [
    phrases(
      "(?:is|are|been|was|were|be|duly|have|has|it) ~3 (?:noted|recorded|logged|registered|passed on|passed along|forwarded|escalated|taken on board|filed)(?! down)|(?:passed|pass|forwarded|passing) (?:it|this|that|your \\p{L}{2,20}) (?:on|along|to)|(?:take|taken|taking) ~5 (?:on board|into account|seriously)",
      "keep you ~1 (?:posted|informed|updated|up to date|in the loop|notified)|you(?:['’]ll| will) be (?:kept (?:posted|informed|updated|up to date)|notified|informed|contacted)",
      "(?:be|get|stay|keep) in (?:touch|contact)|(?:get|come|be) back (?:to|in touch with) you|revert to you|come back to you|follow(?:ing)? (?:this |it )?up with you|contact you|reach out to you|be reaching out",
      "(?:it|this|that|everything|all)(?:['’]ll| will| is going to)(?: all)? be (?:fine|ok|okay|alright|all right|sorted|taken care of|dealt with)|(?:it|this|that|everything)(?:['’]ll| will) ~1 work out|consider (?:it|this|that) ~1 (?:noted|done|sorted|dealt with)|take it from here|(?:all )?in (?:good )?hand(?:s)?|leave it (?:with|to) (?:us|me)",
      "(?:working|looking|digging|checking) (?:on|into) (?:it|this|that|the matter|your \\p{L}{2,20})|on (?:it|the case)(?=[.!]|$)|(?:look|check) into (?:it|this|that|the matter|your \\p{L}{2,20})|being (?:processed|dealt with|looked (?:at|into)|handled|investigated|reviewed|worked on)|under (?:review|consideration|investigation)|in progress",
      "rest assured|bear with (?:us|me)|(?:be|remain) patient|(?:your|a little|some) patience|(?:don['’]t|do not|no need to|not to) (?:you )?worry",
      "(?:do|try|doing|trying) (?:our|my) (?:very |level )?(?:best|utmost|hardest)|see what (?:we|i) can(?: do)?|see what(?:['’]s| is) possible|let you know|you(?:['’]ll| will) hear (?:back |more )?(?:from (?:us|me))?",
      "(?:is|are) important to us|(?:give|giving|have|has) (?:it |this )?our (?:full |undivided )?attention|with the (?:right|relevant|appropriate) (?:team|person|department|people)",
    ),
    startsWith('noted'),
  ],
  unless: [
    IN_DIARY,
    FIELD,
    QUESTION,
    says('thank|thanks|(?:please|do|just|feel free to|you (?:can|could|may)|to) (?:get in touch|get back to (?:me|us)|be in touch|contact (?:me|us)|let (?:me|us))|keep (?:me|us)|if you', 'noted that|noted (?:down|your (?:address|number|preference|name|details))|stay in touch'),
  ],
  unlessAfter: says(...MOMENT, 'today'),
  unlessBefore: says(...MOMENT, 'today'),
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fourteen: 14, fifteen: 15, twenty: 20, thirty: 30, sixty: 60, ninety: 90,
}
const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const LATE = 3

/** "5-7 working days" in working days, by its longest end. */
function isLong(match: string): boolean {
  const words = match.toLowerCase().match(/\d+|\p{L}+/gu) ?? []
  const counts = words.map((word) => NUMBERS[word] ?? Number(word)).filter((count) => !Number.isNaN(count))
  const unit = words.at(-1) ?? ''
  const days = unit.startsWith('hour') ? 1 / 24 : unit.startsWith('week') ? 5 : unit.startsWith('month') ? 21 : 5 / 7
  return Math.max(...counts) * (/working|business/.test(match) ? 1 : days) > LATE
}

const coldDelay: ToneRule = {
  category: 'cold-delay',
  signs: [phrases(`${NUMBER}(?:(?:\\s?[-–/]\\s?| (?:to|or|and) )${NUMBER})? (?:working |business )?(?:days?|weeks?|months?|hours?)`)],
  holds: isLong,
  unless: [
    says("ago|last|past|since|guarantee|warranty|old|free of charge|for free|trial|return|exchange|cancel|change your mind|cooling[- ]off|refund it|too long|lasts?|for (?:the|over)"),
    says(`been waiting|you have ${NUMBER}|you have had|you (?:can|may) (?:return|bring|exchange|keep|cancel)`, 'have been|has been'),
    says('because|since|so that|as the|the reason', 'meanwhile|in the meantime|until then|every|each|halfway|half-way|interim|lend|loan|courtesy'),
    /^(?!.*(?:take|taking|took|deliver|repl|respon|answer|handl|process|lead time|wait|allow|ready|account|hear|contact|back to you|send|sent|ship|dispatch|turnaround|complet|finish|expect|get it|receive|come|ring|call|within|schedul|appointment|slot|resolv|sort|review|assess|decision|refund|available|arrive)).*$/isu,
  ],
  unlessAfter: says('because|the reason', 'meanwhile|in the meantime|until then|every|halfway'),
  unlessBefore: says('the reason|because'),
}

export const ENGLISH_TONE: ToneRules = {
  marks: [vagueTime, bareNo, ourRules, shouldHave, excuse, brushOff, coldDelay],
  lights: {
    heard: [
      says(
        'thank|thanks|understand|sorry|apologi[sz]e|apologies|annoying|frustrating|upsetting|disappointing|how (?:awful|annoying|unpleasant|nice|lovely)|glad that|good of you|you are right|you[\'’]re right|i (?:have )?(?:read|seen|looked at)|pity|shame',
        'you (?:wrote|write|told|tell|asked|ask|said|say|mentioned|rang|called|explained|are waiting|have been waiting)|your (?:question|message|email|complaint|story|call|disappointment|letter) (?:about|of|is|has)|still waiting',
      ),
    ],
    what: [
      says(
        `${WE}(?:['’]ll| will| shall|['’]m| am|['’]re| are| have|['’]ve) ~2 (?:find|finding|check|checking|ask|asking|ring|ringing|call|calling|order|ordering|ordered|arrange|arranging|send|sending|email|look|looking|repair|repairing|collect|collecting|lend|bring|make|making|test|pay|refund|replace|write|do|doing|passed|put|answer|discuss|plan|fix|be|get|come|let|tell|reply)`,
        "you(?:['’]ll| will) (?:hear|have|receive|get)|will (?:ring|call|email|reply|answer|write|come|look|check|send|order|arrange|repair|find)|is (?:looking|finding|checking)",
      ),
    ],
    when: [IN_DIARY, FIELD],
    who: [says("i|i['’]ll|i['’]m|me|my|myself"), STAFF, NAMED],
  },
}
