import { IN_DIARY, MOMENT, NUMBER, NUMBERS, TERM, WE, workingDaysIn, YOU, YOUR } from './dutch-words.ts'
import { isLongTerm, MOMENT_FIELD, openings, phrases, QUESTION, says } from './rules.ts'
import type { ToneRule } from './rules.ts'

const SOON = '(?:snel|spoedig|gauw|vlug|rap)'
const vagueTime: ToneRule = {
  category: 'vague-time',
  signs: [
    phrases(
      `zo ${SOON} (?:als )?mogelijk`,
      `zo ${SOON} (?:als )?(?:${WE}|het|dat|dit)(?: ~2 (?:kan|kunnen|lukt|gaat|mogelijk is))?|zo gauw (?:er|de)`,
      'z\\.?s\\.?m\\.?|a\\.?s\\.?a\\.?p\\.?|t\\.z\\.t\\.?|tzt',
      '(?:zeer )?binnenkort|eerdaags|weldra|(?:ten )?spoedigste?|spoedig|(?:een )?dezer dagen|te (?:zijner|gelegener) tijd',
      'op (?:zeer |heel |de )?(?:korte|kortst mogelijke|afzienbare) termijn|op termijn',
      '(?:in|binnen) (?:de )?(?:zeer )?(?:nabije|naaste|afzienbare|korte) (?:toekomst|tijd)',
      'op een (?:later|ander|geschikt|nader te bepalen) (?:moment|tijdstip)|bij de eerste (?:de beste )?gelegenheid',
      'met (?:de (?:meeste|grootste|nodige) |alle |gezwinde )?spoed',
      '(?:spoedige|snelle|vlotte) (?:oplossing|reactie|afhandeling|levering|behandeling|terugkoppeling)|(?:spoedig|snel|vlot) antwoord',
      'over (?:een )?(?:tijdje|poosje)|over enige tijd|na verloop van tijd|vandaag of morgen|vroeg of laat',
      '(?:in )?de (?:komende|eerstkomende) (?:dagen|weken|tijd|periode)',
      '(?:binnen|over|na) (?:enkele|een paar|een aantal|wat|enige) (?:werkdagen|dagen|weken|uren)',
      `zodra (?:${WE}|er|het|dit|dat|hier|daar|mogelijk)|zodra (?:de|het|uw|je|een) ~3 (?:is|zijn|heeft|hebben|kan|kunnen)`,
      '(?:hoort|hoor|krijgt|krijg|ontvangt|ontvang|volgt|verschijnt) ~4 (?:snel|gauw|vlot|later|straks)(?! vandaag)',
      '(?:neem|nemen|reageer|reageren|kom|komen|bel|bellen|mail|mailen|stuur|sturen|antwoord|antwoorden|ga|gaan|pak|pakken|los|lossen|handel|handelen) ~5 (?:snel|gauw|vlot|vlug)(?! mogelijk)',
      '(?:kijk|kijken|bel|bellen|mail|mailen|doe|doen|kom|komen|regel|regelen|stuur|sturen) ~4 later(?! vandaag| deze| in de)',
    ),
    openings(
      '(?:snel|later|straks|gauw) (?:hoort|krijgt|ontvangt|bellen|bel|sturen|stuur|komen|kom|nemen|neem|mail|mailen)',
    ),
  ],
  unless: [
    says(...MOMENT),
    MOMENT_FIELD,
    QUESTION,
    // What the customer wants or plans is theirs to say.
    says(`${YOU} ~6 (?:wilt|wil|wilde|wenst|hoopt|hoopte|nodig|schreef|schrijft|vraagt|vroeg|zei|zegt|verwacht)`),
    says(`(?:wilt|wil|kun|zou) ${YOU}`, `(?:dat|als|omdat|wanneer|zodra) ${YOU} ~2 (?:binnenkort|spoedig)`),
    says(`${YOU} (?:gaat|ga|bent|verhuist|trouwt) ~2 binnenkort`, 'niet (?:zo )?(?:binnenkort|spoedig|gauw)'),
    says(
      'tot (?:zeer |heel )?(?:snel|gauw|spoedig|binnenkort|ziens)',
      'spoedige? (?:herstel|beterschap)',
      'beterschap',
    ),
    says(
      '(?:dank|bedankt) ~5 (?:snelle|spoedige|vlotte|snel)|snel weer|snel eens',
      `zo snel (?:reageerde|antwoordde|kwam)`,
    ),
  ],
}

const DOING =
  '(?:doen|doe|maken|leveren|bezorgen|verkopen|geven|geef|vergoeden|accepteren|nemen|ruilen|repareren|bieden|verzorgen|voeren|verhuren|plaatsen|wijzigen|verlengen|annuleren|verlenen|bestellen|versturen|verzenden)'
const NO = '(?:niet|niets|geen|nooit)'
/** Words that make of a no a kindness. */
const KIND_NO = says(
  'geen (?:enkele? )?(?:probleem|problemen|punt|zorgen|kosten|bezwaar|moeite|dank|haast|verplichting|idee|twijfel|last|spijt|mening)',
  'niet ~1 (?:onmogelijk|beter|mooier|genoeg|wachten|anders|alleen|nodig|raar|erg|gek|vergeten|vreemd|lang|laten|te laat|te duur|te veel|verkeerd|kapot|lastig|dom|stom|fout|storen|de enige|de bedoeling|waar zijn)',
  'hoeft|hoeven|hoef|gratis|nee maar|nee hoor|nee zeg|natuurlijk niet|(?:stoort|stoor) ~2 niet|niet eens|kan niet kloppen',
  '(?:maakt|geeft) ~2 niets?(?: uit)?|onmogelijk (?:om ~2 niet|kapot|te missen|te vergeten)|niets is onmogelijk|voorstellen|onbenut',
)
/** What is possible, said in the same breath. */
const POSSIBLE = says(
  '(?<!(?:begrijpt|snapt|ziet|denk|weet) (?:u|je|ik) )w[eéè]l(?! heel| degelijk)',
  'maar ~6 (?:kan|kunnen|kunt|bied|bieden|help|helpen|heb|hebben|regel|mag)(?! ~4 (?:niet|niets|geen|nooit))',
  `maar ~2 (?:${MOMENT.join('|')})(?! ~4 niet)`,
  'in plaats daarvan|als alternatief|een alternatief|de andere mogelijkheid',
  `(?:bied|bieden|stel|stellen|regel|regelen|leen|lenen) ${WE}(?! ~2 (?:niet|geen))|${WE} (?:bied|bieden|leen|lenen|stel|stellen|regel|regelen)(?! ~3 (?:niet|geen))`,
  `(?:kunt ${YOU}|${YOU} kunt|kun je|je kunt) ~5 (?:kiezen|terecht|krijgen|kopen|huren)`,
)
const CONDITION =
  /^(?:en |maar |ook )?(?:als|indien|mocht|wanneer|zolang|tenzij)\s|^(?:komt|lukt|past|kan|kunt|kun|schikt|bent)\s.{0,120}(?:,|\s)dan\s/iu
const bareNo: ToneRule = {
  category: 'bare-no',
  signs: [
    openings(
      '(?:(?:sorry|helaas|het spijt me|het spijt ons|excuses),? (?:maar )?)?nee(?=[,.!;:]|$|\\s)',
      'helaas niet',
    ),
    phrases(
      'antwoord is ~1 nee',
      `(?:dat|dit|het|zoiets) (?:kan|gaat|lukt|mag) ~4 niet(?: ~1 lukken)?|(?:kan|gaat|lukt|mag) (?:dat|dit|het) ~4 niet(?: lukken)?`,
      '\\p{L}{2,30} kan ~3 niet(?=[.!,]|$| meer| zonder| in dit geval)',
      '(?:dat|dit|het) zal ~3 niet ~1 (?:gaan|lukken|kunnen)|zit er niet in',
      'onmogelijk(?! (?:geacht|gewaand|gedacht))|(?:niet|niet langer|niet meer) (?:mogelijk|haalbaar)|geen (?:optie|mogelijkheid|mogelijkheden)|uitgesloten|geen sprake van|geen denken aan|niet aan de orde',
      `${WE} (?:kunnen|kan|mogen|mag|willen|wil|zullen|zal) ~8 ${NO}|(?:kunnen|kan|mogen|mag|zullen|zal) ${WE} ~8 ${NO}`,
      `${WE} ${DOING} ~6 ${NO}|${DOING} ${WE} ~4 ${NO}`,
      `${WE} (?:hebben|heb) ~1 geen|(?:hebben|heb) ${WE} ~3 (?:niet|geen)|${WE} (?:hebben|heb) (?:die|dat|deze|dit|hem|haar|zoiets) ~3 niet`,
      `(?:krijgt|krijg) ${YOU} ~3 (?:niet|geen)|${YOU} (?:krijgt|krijg) ~4 (?:niet|geen)`,
      `beginnen ${WE} ~1 niet aan|(?:komt|komen|kom) ~4 niet (?:voor )?in aanmerking`,
      '(?:is|zijn) (?:daar|hier|er) niets (?:meer )?(?:aan te doen|mogelijk)|(?:niet|niet meer|nergens) (?:leverbaar|verkrijgbaar|te krijgen|te maken|te repareren)',
      '(?:wordt|worden) ~6 (?:niet (?:meer )?(?:vergoed|teruggenomen|geruild|gerepareerd|verlengd|toegekend|geaccepteerd)|afgewezen|geweigerd)|moet(?:en)? ~4 (?:weigeren|afwijzen)',
    ),
  ],
  unless: [
    QUESTION,
    CONDITION,
    KIND_NO,
    POSSIBLE,
    says('niets aan doen|mag niet (?:van|volgens)|hoofdkantoor|directie'),
  ],
  unlessAfter: [POSSIBLE],
}

const RULE_WORDS =
  '(?:(?:huis|winkel|bedrijfs|standaard)?regels|(?:\\p{L}{3,20})?voorwaarden|(?:\\p{L}{3,20})?beleid|(?:\\p{L}{3,20})?procedures?|protocol(?:len)?|(?:\\p{L}{3,20})?reglement(?:en)?|richtlijnen|bepalingen|werkwijze)'
const BOSS = '(?:hoofdkantoor|directie|management|baas|chef|leidinggevende|manager)'
const ourRules: ToneRule = {
  category: 'our-rules',
  signs: [
    phrases(
      `(?:onze|ons|de|het|die|deze) ~2 ${RULE_WORDS}`,
      '(?:onze|ons) (?:vaste )?regel|(?:bij ons|hier) (?:is )?(?:de|een) (?:vaste )?regel|(?:de|een) (?:vaste )?regel dat|(?:aan|volgens|tegen) de regels',
      'bedrijfsbeleid|(?:is|zijn) (?:nu eenmaal |gewoon |bij ons |hier )?(?:vast |ons )?beleid|regels zijn ~2 regels',
      '(?:hanteren|hanteert|kennen|voeren) ~3 (?:regel|regels|beleid|voorwaarden)',
      '(?:het|ons|de) (?:systeem|computer|kassasysteem|programma) ~4 niet ~1 (?:toe|aan|mogelijk)?|(?:laat|staat) (?:het|ons) systeem ~3 niet toe|mag niet van (?:het|ons|de) (?:systeem|computer)',
      `zo (?:werken|doen) ${WE} ~2 (?:nu eenmaal|nou eenmaal|hier|altijd|niet)|zo (?:werkt|gaat|is) (?:dat|het) (?:nu eenmaal|nou eenmaal|bij ons|hier)`,
      `(?:van|door) (?:het|de|ons|onze|mijn) ${BOSS} ~3 (?:niet|geen)|(?:mag|mogen) ~5 niet van (?:het|de|ons|onze|mijn) ${BOSS}`,
      'kleine lettertjes|akkoord gegaan met|(?:heeft|hebt) ~2 voor getekend',
    ),
  ],
  unless: [
    QUESTION,
    says(
      `vindt ${YOU}`,
      'bijlage|bijgevoegd|meegestuurd|(?:stuur|mail) ~4 (?:voorwaarden|procedure)',
      `${YOU} had ~6 voorwaarden`,
    ),
    says(
      '(?:passen|pas|past) ~8 aan|aangepast|aanpassen|(?:verander|verbeter|versoepel|vernieuw|wijzig)\\p{L}*|gewijzigd|uitzondering|soepel',
    ),
    says(
      'gemeente|overheid|rijksoverheid|fabrieksgarantie|wet|wettelijke?|spelregels|verkeersregels|op het bord|(?:eerste|laatste|paar|volgende) regels|om (?:help|helpen|regel)',
    ),
  ],
}

/** "Sanne had u moeten bellen": a name, so capitals count here. */
const NAME_HAD_YOU =
  /(?<!\p{L})(?!Dat\s|Dit\s|Dan\s|Daar|Hier|Eigenlijk\s|Toen\s|Die\s|Deze\s|Zoals\s|Waarom\s|Wat\s|Eerst\s|Misschien\s)\p{Lu}\p{Ll}+\shad\s(?:u|je)(?!\p{L})/u
const shouldHave: ToneRule = {
  category: 'should-have',
  signs: [
    phrases(
      `${YOU} (?:had|hadden) ~8 (?:moeten|kunnen|behoren|dienen)|${YOU} had ~2 beter|${YOU} (?:zou|zouden) ~4 (?:moeten|behoren)`,
      `(?<!(?:we|wij|ik|hij|zij|ze|er|iemand|niemand|collega|monteur|wie) )(?:had|hadden) ${YOU} ~8 (?:moeten|kunnen|behoren|dienen)`,
      `(?:u|je|jij) ~1 moet|jullie ~1 moeten|moet(?:en)? ${YOU}|${YOU} moest(?:en)?`,
      `${YOU} dient ~9 te \\p{L}{2,20}|dient ${YOU} ~9 te \\p{L}{2,20}|${YOU} (?:hoort|behoort|hoor) ~9 te \\p{L}{2,20}`,
      `${YOU} (?:bent|ben) ~4 (?:verplicht|vergeten|nalatig)|${YOU} (?:bent|ben) (?:echt |helaas |gewoon )?te laat|${YOU} (?:bent|ben) ~1 zelf (?:verantwoordelijk|aansprakelijk)|${YOU} wordt geacht`,
      `${YOU} (?:heeft|hebt|heb) ~3 (?:verkeerde?|foute?|onjuiste?|te laat|te weinig|te lang gewacht|onvoldoende)(?! ~4 (?:gekregen|ontvangen|meegekregen|begrepen))`,
      `${YOU} (?:heeft|hebt|heb) ~6 (?:nagelaten|verzuimd|vergeten|genegeerd|over het hoofd gezien)`,
      `${YOU} (?:heeft|hebt|heb) ~7 (?:niet|geen) ~3 (?:gevolgd|gelezen|gebeld|gemeld|gedaan|ingevuld|opgelet|gecontroleerd|betaald|doorgegeven|aangegeven|gebruikt|gesmeerd|opgehaald|afgesloten|onderhouden|bewaard|gekeken|gezegd|geluisterd|meegestuurd|gereageerd|vermeld|ingeleverd|laten weten)`,
      `waarom (?:heeft|hebt|heb|bent|ben|had) ${YOU}|eigen (?:schuld|verantwoordelijkheid|fout|risico)|${YOUR} (?:schuld|fout|verantwoordelijkheid)`,
    ),
    openings(`had ${YOU} ~6 (?:maar|eerder|beter|eerst|dan|dit|dat)`, `als ${YOU} ~6 (?:had|hadden)`),
  ],
  unless: [
    // Here it is we who fell short, and say so.
    says(
      'van (?:ons|mij)|hoeven|hoeft|niet mogen|mogen (?:verwachten|rekenen)|meemaken|overkomen|spijt|excuses|onze fout|sorry|wachten|gewacht|wacht',
    ),
    says(
      'teleurgesteld|geschrokken|boos|verdrietig|gefrustreerd|gevoeld|balen|trots|blij|opgelucht|wel heel|rekening houden|(?:vraag|vragen|wens) had',
    ),
    says(
      `(?:als|wanneer|indien|voordat|hoelang|waarvoor|wat|hoe|hoeveel|welke|of) ${YOU} ~4 (?:moet|moest)`,
      `dat ${YOU} ~8 (?:moet|moest|moeten)`,
    ),
    says(`niet ${YOUR} (?:eigen )?(?:schuld|fout|verantwoordelijkheid)`, 'niets (?:verkeerd|fout)'),
    NAME_HAD_YOU,
    // A question is a question, unless it is a reproach.
    /^(?!\s*(?:waarom|had)).*\?\s*$/isu,
  ],
}

const CAUSES =
  '(?:drukte|omstandigheden|personeelstekort|personeelsgebrek|personeelsproblemen|onderbezetting|ziekte|ziekmeldingen|overmacht|vakantie(?:s|periode|tijd|drukte)?|feestdagen|storing(?:en)?|(?:systeem|computer|ict|software|netwerk)(?:fout|storing|problemen|probleem)|corona|staking(?:en)?|miscommunicatie|misverstand|onderhoud|verbouwing|leveringsproblemen|schaarste|toestroom)'
const OTHERS =
  '(?:leveranciers?|fabrikant|fabriek|importeur|groothandel|vervoerder|koerier|bezorgdienst|bezorger|transporteur|transportbedrijf|postnl|dhl|dpd|ups|gls|onderaannemer|verzekeraar|bank|provider|vorige (?:medewerker|monteur|collega)|collega|stagiair|uitzendkracht|magazijn|administratie)'
const BLAME =
  '(?:te laat|niet|laat ons|laat ~3 op zich wachten|laat het afweten|laten (?:zitten|vallen)|vertraging|vertraagd|kwijt|kwijtgeraakt|fout(?:en)?|verkeerde?|vergeten|schuld|in gebreke|problemen|geen|zoekgemaakt|beschadigd|in de steek)'
const PLAN = says(
  ...MOMENT,
  'daarom|gratis|onze fout|mijn fout',
  `${WE} (?:haal|halen|regel|regelen|leen|lenen|rijd|rijden|breng|brengen|zorg|zorgen|los|lossen)|(?:haal|halen|regel|regelen|leen|lenen|breng|brengen|zorg|zorgen|los|lossen) ${WE}`,
)
const excuse: ToneRule = {
  category: 'excuse',
  signs: [
    phrases(
      `(?:door|vanwege|wegens|in verband met|i\\.v\\.m\\.|ivm|als gevolg van|ten gevolge van|te wijten aan|kampen met|last van|te maken met) ~3 ${CAUSES}`,
      `(?:het is|is het|was het|het was|het loopt|het blijft) ~4 druk|${WE} (?:hebben|heb|zijn|ben|hadden|zitten) ~7 druk|(?:hebben|zijn|zitten|hadden) ${WE} ~4 druk`,
      '(?:in|door|vanwege) ~2 drukke (?:periode|tijd|tijden|dagen|weken|week|seizoen)',
      `${OTHERS} ~6 ${BLAME}`,
      `(?:ligt aan|lag aan|komt door|kwam door|schuld van|fout van|toedoen van|te wijten aan|wachten op|afhankelijk van|hangt af van|ligt bij) ~3 ${OTHERS}`,
      `(?:mis|misgegaan|misgelopen|fout|foutgegaan|verkeerd) (?:gegaan )?(?:bij|door) ~2 ${OTHERS}`,
      '(?:niet|geen) (?:onze|mijn) (?:schuld|fout|verantwoordelijkheid)|buiten onze (?:schuld|macht|invloed)|(?:ligt|lag) niet (?:aan|bij) (?:ons|mij)|overmacht|personeelstekort|personeelsgebrek|onderbezetting',
      `(?:daar|hier|er) (?:kunnen|kan|konden|kon) ${WE} ~2 niets aan doen|${WE} (?:kunnen|kan|konden|kon) ~2 niets aan doen|gaan ${WE} ~1 niet over`,
      '(?:fout|storing|probleem|bug) in (?:het|ons|de) (?:computer)?(?:systeem|software|programma)|(?:systeem|server) (?:deed|lag|ligt|was) ~2 (?:niet|plat|eruit|stuk)|(?:computers?|website|telefoon|kassa|internet|mail) ~4 (?:niet|plat|stuk|eruit|vastgelopen)',
      'krap ~2 (?:in|met|qua) ~2 (?:personeel|mensen)|te weinig (?:mensen|personeel|handen)|onderbezet|onderbemand|(?:handen|mensen) tekort|korte bezetting',
      "veel ~2 (?:zieken|ziekmeldingen|afwezigen|uitval)|(?:collega['’]?s?|monteurs?|personeel|medewerkers?|mensen) ~3 (?:ziek|afwezig)",
      'niet aan ~4 toegekomen|(?:erdoor|tussendoor) geglipt|iets tussengekomen',
    ),
  ],
  unless: [
    says('ondanks|niet (?:zo |erg |meer |heel )?druk|gezellig druk|rustig|druk op|druk mee bezig', `${YOU} ~3 druk`),
    PLAN,
    MOMENT_FIELD,
    QUESTION,
  ],
  unlessAfter: [PLAN, MOMENT_FIELD],
}

const NEWS = '(?:bericht|antwoord|reactie|terugkoppeling|uitsluitsel|duidelijkheid)'
const brushOff: ToneRule = {
  category: 'brush-off',
  signs: [
    phrases(
      'genoteerd|geregistreerd|in behandeling(?: genomen)?|(?:door|verder)(?:gegeven|gezet|gestuurd|geleid)(?! door)|meegenomen|ter harte(?: genomen| nemen)?|onder de aandacht|voorgelegd',
      '(?:het|dit|dat|alles|die) komt (?:wel |allemaal |helemaal |zeker |vast |echt ){0,3}(?:goed|in orde|voor elkaar)(?! uit| aan| over| van pas)',
      `(?:houden|houd|hou|blijft?) ~1 ${YOU} ~2 op de hoogte|${YOU} ~2 op de hoogte (?:houden|gehouden)|${YOU} blijft op de hoogte`,
      '(?:wordt|is) ~3 (?:aan|mee) (?:gewerkt|bezig)|(?:wordt|worden) ~3 (?:bekeken|uitgezocht|opgepakt|onderzocht)|(?:dat|dit|het|alles) wordt ~2 (?:geregeld|opgelost|afgehandeld|nagekeken|besproken|in orde gemaakt)',
      `(?:zijn|ben) ~4 (?:er|hier)?mee bezig|(?:werken|werk) ~2 (?:er|hier|daar)?aan(?=[.!]?$)|(?:ermee|hiermee|mee) aan de slag|aan het uitzoeken`,
      '(?:heeft|krijgt|hebben) ~3 aandacht|(?:houden|houd|hou) ~3 in (?:de gaten|het oog)|doen (?:er )?alles (?:aan|wat)|doen wat (?:we|wij)',
      `(?:kom|komen) ~4 (?:op|bij ${YOU}|hierop|daarop|erop) terug|(?:laat|laten) ~1 van (?:me|mij|ons|zich) horen`,
      `${YOU} (?:hoort|hoor) ~3 (?:van (?:ons|mij|me)|meer)|(?:hoort|hoor) ${YOU} ~3 (?:van (?:ons|mij|me)|meer)`,
      `${YOU} (?:krijgt|krijg|ontvangt|ontvang) ~4 ${NEWS}|(?:krijgt|krijg|ontvangt) ${YOU} ~4 ${NEWS}`,
      `(?:zet|zetten|geef|geven|stuur|sturen|speel|spelen) (?:het|dit|dat|${YOUR} \\p{L}{2,20}|deze \\p{L}{2,20}) ~2 door`,
      `(?:neemt|neem|nemen|zullen|zal|wordt) ~4 contact ~1 met ${YOU}|contact met ${YOU} op(?:genomen|nemen)?|(?:bel|bellen|mail|mailen) ${YOU} ~1 terug|${YOU} wordt ~2 (?:terug)?gebeld`,
      'geen zorgen|(?:wees|bent u) gerust(?!gesteld)|niet ongerust|in goede handen|(?:even|enig|wat|een beetje|een ogenblik|een moment|nog) geduld',
      '(?:doe|doen) ~3 best|best ~3 doen|(?:neem|nemen) ~4 (?:heel |zeer )?serieus',
      `(?:kijken|zien|bekijken|kijk|zie) wat (?:${WE}|er) ~5 (?:kan|kunnen|mogelijk|is)|(?:kijken|kijk) (?:er|hier) ?naar(?! uit)|(?:ernaar|hiernaar|er ~2 naar|naar) (?:kijken|gekeken)`,
      `${WE} (?:nemen|neem|zullen|zal) (?:dit|het|dat|${YOUR} \\p{L}{2,20}) ~3 mee(?:nemen)?|(?:regelen|regel) ${WE} (?:wel|nog)`,
      `(?:laat|laten) (?:${WE} )?(?:het|dit|dat) ~2 weten|(?:laat|laten) ~1 ${YOU} ~3 weten`,
      '(?:ligt|liggen) (?:nu )?(?:bij|op) (?:de|onze|een|het) ~2 (?:afdeling|persoon|collega|team|monteur|bureau|administratie)|(?:pakken|pak) (?:dit|het|dat) ~2 op|wordt ~2 vervolgd|is bij ons bekend',
    ),
    openings('(?:dat )?komt (?:goed|in orde|voor elkaar|helemaal goed)(?! uit| aan| van pas)'),
  ],
  unless: [
    IN_DIARY,
    says(`(?:binnen|over|na) ~2 ${TERM}`),
    MOMENT_FIELD,
    QUESTION,
    // What was written down in particular, and for whom.
    says(
      'genoteerd (?:dat|als|op|onder)|(?:adres|telefoonnummer|nummer|voorkeur|wens|wensen|maat|naam|gegevens|kleur) ~4 genoteerd',
      'verkeerd|foutief',
    ),
    says(
      'dank|bedankt',
      'geen zorgen ~4 kost|over de kosten',
      `als ${YOU}`,
      `${YOU} (?:kunt|mag)`,
      '(?:gebeld|gesproken) met',
    ),
    says('laat (?:het )?(?:ons|me|mij|gerust)'),
  ],
  unlessAfter: [IN_DIARY, MOMENT_FIELD],
  unlessBefore: [IN_DIARY, MOMENT_FIELD],
}

const REASON = says('omdat|want|aangezien|namelijk|zodat|doordat|de reden|reden')
const MEANWHILE = says(
  'tussentijds|tussendoor|tussenbericht|tussenstand|intussen|ondertussen|in de tussentijd|tot die tijd|zolang|elke|iedere|halverwege|leenfiets|leenauto|leentoestel',
)
/** Only what keeps the customer waiting is a delay: an answer, a delivery, a repair. */
const NO_WAITING =
  /^(?!.*(?:duur|duren|tijd|termijn|antwoord|reactie|reager|reageert|behandel|hoor|bericht|teruggestort|terugstort|restitutie|rekening|lever|pas |ophalen|afspraak|gereed|klaar|afgehandeld|afhandel|contact|verwerk|wacht|krijg|ontvang|verzend|verzond|verstuur|bezorg|bellen|bel\s|beurt|terecht|gepland|plannen|plek|opgelost|gemaakt|gerepareerd|beoordel|komen|komt|langs|bekeken|uitsluitsel|terug|binnen|reparatie|circa|ca\.|beslag|beslui|beslis|onderzoek|nodig|verwacht|beschikbaar|voorraad)).*$/isu
const coldDelay: ToneRule = {
  category: 'cold-delay',
  signs: [phrases(TERM)],
  holds: (term) => isLongTerm(term, NUMBERS, workingDaysIn),
  unless: [
    says(
      'geleden|afgelopen|sinds|afzien|ontbinden|herroepen|garantie|bedenktijd|bedenktermijn|ruilen|retourneren|retour|terugsturen|terugbrengen|annuleren',
    ),
    says('oud|gratis|proberen|proefperiode|mee|op te halen|in te leveren|melden|te lang', `al ~1 ${NUMBER}`),
    says(`${YOU} wacht|wacht ${YOU}`, `${YOU} (?:heeft|hebt) ~3 (?:de tijd|${NUMBER})|heeft ${YOU}`),
    REASON,
    MEANWHILE,
    NO_WAITING,
  ],
  unlessAfter: [REASON, MEANWHILE],
  unlessBefore: [REASON],
}

export const DUTCH_MARKS: readonly ToneRule[] = [vagueTime, bareNo, ourRules, shouldHave, excuse, brushOff, coldDelay]
