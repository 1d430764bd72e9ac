import type { PlainSpeech } from "./plain-speech.ts";

export const en: PlainSpeech = {
  idioms: String.raw`(?:where|what|as|the way|how|before|that) you (?:had )?left(?: (?:off|it|them|things|behind))*|left off|get to the end|look for (?:it|them) twice|must have|(?:reply|word|line|note|answer|click|message|sentence) (?:is|will be) enough|(?:our|my|the) best(?: to)?|(?:have |take )?(?:one |a )?last look|something else|at the end|in the end|all (?:that|you)|it is all|next to nothing|perfectly (?:fine|okay|normal|all right)|(?:last|final) (?:note|e-?mail|message|reminder|time)|will send|we send|review (?:your|the|my|it)|at any time|good as new|love to (?:hear|help|know)|one question|that is all|once more|one of us|take(?:s)? (?:some |a little |your )?time|not (?:for|what) everyone|for (?:some|any|whatever) reason|happens to (?:everyone|everybody|all of us|the best)|(?:there(?:'s| is| was)? )?(?:really |absolutely )?(?:no|not any|isn't any|without any) (?:need to )?(?:hurry|rush|pressure|deadline|time limit|obligation|strings)|(?:not|never) (?:going|about|here|want|wish|mean|trying) (?:anywhere|to (?:hurry|rush|push|pressure) \p{L}+)|don't (?:need|have) to (?:hurry|rush)|(?:one|a)(?: single| short| quick)? (?:click|tap|reply|line|note|word|thing|moment|minute)|(?:(?:one|a|our|the|this|my) )?(?:last|final) (?:time|note|e-?mail|message|word|reminder|thing|hello|letter|look)(?: \p{L}+){0,3}? (?:about|on|we|from|for|to)|(?:one|a|our|the|this|my) (?:last|final) (?:time|note|e-?mail|message|word|reminder|letter)|no (?:more|further) (?:reminders?|e-?mails?|messages?|notes?)|all sorts of|all of us|all right|at all|after all|all (?:in|there|here|yours|set|ready|waiting)|of all|all your (?:questions?|choices?)|take all the time|that's all|never mind|feel free|any ?time|in no time|(?:some|an)other (?:time|question|size|colour|color|look|day)|(?:some|any)(?:one|body) (?:from|of|on|in) (?:our|the) team|(?:some|any)(?:thing|one) else(?= (?:came|got|in|is|we|you|on)|[?.,])|not (?:the )?right (?:time|moment)|every(?:thing|one) (?:you|that you)|(?:we(?:'d| would)|i(?:'d| would)) love to|(?:best|kind|warm) (?:wishes|regards)|good news|have a (?:good|nice|lovely|great) (?:day|week|weekend|evening)|send (?:us|me|you) (?:a|an|another|any|more)|a person|real person|(?:only|just) (?:if|when|reply|write|ask|checking|wanted|tell|let|in case|hit|the way|as|where|what|say|like|once|a (?:note|word|reminder|line|question|few words))|whenever it suits you|today or tomorrow|promise\b(?=[.,])|a couple of (?:clicks|questions|minutes)|a few (?:options|ideas|colou?rs|sizes|clicks|words|lines|minutes|things|questions|moments)|a (?:question|thing|word) or two|second (?:look|thought)s?|first (?:step|look|thing)|one (?:more|by one|of (?:us|those|them))|or so|half[ -](?:finished|way|done)`,
  words: `
a an the this that these those it its itself i we us our ours you your yours yourself they them their he she him her
his who whom whose which what when whenever where wherever why how whether if then than as so because since while
although though but and or nor not n no yes both either is am are was were be been being do does did done doing have
has had having can could will would shall should may might must need needs needed ought isn aren wasn weren don doesn
didn haven hasn hadn couldn wouldn shouldn won cannot ll ve re of to in into on onto for from with without by at about
around over through between under below above behind beside near here there back again away up out down along across
against during after before too also even ever already yet still just quite rather really very much more most some any
something anything nothing someone anyone somewhere anywhere everything always often sometimes perhaps maybe otherwise
instead together once now soon cart carts checkout order orders ordering ordered shop shops shopping shopped store
stores browse browsed browsing visit visits visiting visited choose chooses choosing chosen chose choice choices pick
picks picked picking select selected selection selections decide decides decided deciding decision decisions leave
leaves leaving left keep keeps keeping kept save saved saving find finds finding found look looks looked looking see
sees saw seen seeing add added adding put puts go goes going went come comes coming came get gets getting got gotten
take takes taking took taken bring brings continue continues continuing carry pick finish finishes finished finishing
complete completed completing start started starting stop stopped stopping want wants wanted wish wishes like likes
liked prefer mind minds think thinks thinking thought thoughts consider considering considered know knows known feel
feels feeling felt hope hopes hoping help helps helped helping helpful ask asks asked asking answer answers answered
answering reply replies replied write writes writing written wrote tell tells telling told let lets letting say says
said talk talks talking hear hears heard listen read reads reading show shows showed shown explain explains sort
sorted fix fixed change changes changed changing remove removed adjust compare check checked checking question
questions doubt doubts concern concerns reason reasons problem problems trouble issue issues mistake wrong unclear
clear clearly unsure sure certain uncertain wonder wondered wondering hesitate hesitating confusing confused size
sizes sizing colour colours color colors fit fits fitting material materials fabric detail details option options
quantity quantities measure measurements photo photos picture pictures description page pay pays paid paying payment
payments card delivery shipping address form device phone computer browser screen tab link button click clicks tap
email emails message messages note notes line lines letter reminder reminders remind reminding inbox team person
people human somebody anybody friendly product products item items thing things piece pieces part bit little small
short quick quickly simple simply easy easier easily straightforward plain calm calmly quiet quietly gentle time times
moment moments pace peace life day busy interrupted interruption distraction distracted way ways place step steps
point right ready fine good nice happy glad pleased kind welcome okay ok alright well better thank thanks thanking
grateful appreciate sorry please hi hello hey dear there greetings sincerely warmly regards cheers yours wait waits
waiting waited sit sits sitting rest resting remain remains stay stays stayed hold offer offers apply applies applied
applying use uses used using enter open opens opened email return returning returned leading takes suit suits suited
interest interested attention care mean means meant happen happens happened seem seems seemed appear appears try tries
tried trying work works worked working make makes making made give gives giving given gave enough want own same
different possible whatever however anyway far long way able personally personal directly straight perfectly
completely entirely exactly almost box list listed look idea advice advise recommend suggestion suggestions suggest
feedback question's next hand hands hit gladly got stood standing stand lie lies hang came up's left's hour's us one
ones inside name contact support chat choice's browsing today's wasn't quite didn't yet cookie session login password
account error errors technical loading load crash crashed crossed bother bothered disturb hurry rush worry worries
pressure push my mine me cost costs held holding such further each every various lot lots spot side top-of matter
matters sense fully comparing forget forgot forgotten slipped slip finally merely possibly usual usually wear wears
whichever upon within word words sentence ps holds case planning until valid touch single stands returns reaches else
follows fill ship family jacket send review discuss discussing few mentioned closed connect connected remember
remembered learn describe fabrics texture wash washing guide chart measurement height width length sleeve waist
shoulder leg neckline tight loose model suitable comparison combine match matching outfit wardrobe room home gift-wrap
occasion undecided torn sleep-on ponder rethink revisit resume pause paused break coffee rang kids dinner meeting
signal connection battery internet wifi accidentally bank app code verification entered typed failed declined
expired-card billing postcode country region language currency-select sign guest register registered profile visible
refresh updated synced tidy folder wishlist basket bag trolley listing nudge ping glance peek wander stroll explore
explored curious inspired inspiration style mood taste colourway shade pattern print tone design texture first firstly
search all appeals reached enjoy puzzle odd view criticism belong harm noticed granted course owe differently forward
greeting passed drop
`,
};
