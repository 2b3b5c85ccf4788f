// English words that carry a feeling, by emotion and weight (1 mild, 2 plain, 3 strong). Written for this project.
import type { LexiconText } from './verdict.ts'

/** A `*` at the end takes any ending; `_` stands for a blank. */
export const LEXICON_EN: LexiconText = {
  angry: [
    'annoy* irritat* too_slow so_slow slow_service flimsy dirty smelly so_so mediocre not_as_described low_quality bad_quality subpar unreliable no_one_answers nobody_answers fell_apart excuses ignored ignoring rude careless sloppy nonsense poor bad sick_of tired_of had_enough enough_of overpriced wasted waste_of wrong_again again_and_again how_hard seriously lied what_is_wrong unprofessional bot_is_useless still_nothing passing_me',
    'angry anger mad complain* unacceptable ridiculous terrible horrible awful worst useless disgust* pathetic garbage trash crap scam* liar* lying cheat* cheated fraud joke rip_off ripoff theft thieves crooks shame* ashamed fed_up incompeten* outrag* hate nasty disgrace* idiot* stupid report_you lawyer insult* rubbish robbery shameless dispute never_buying never_again last_straw',
    'furious raging rage fuming livid fuck* bullshit bastard* asshole* screw_you damn_you wtf boils pissed hell',
  ],
  sad: [
    'pity sadly unfortunately sigh regret* alas unlucky missed too_late shame_about such_a_shame wish_i gutted letdown miss_the unhappy upset tired',
    'sad sadder sadness disappoint* let_down cry crying cried tears unhappy depress* hurt hurts miserable lonely alone feel_bad down_about dishearten*',
    'heartbroken devastated crushed heartbreak* broke_my_heart hopeless despair* passed_away',
  ],
  afraid: [
    'worry worries concern* nervous unsure hesitat* uneasy anxious what_if risky is_it_safe suspicious not_sure_i_can stress* hope_it_is_not dare apprehensive alarmed',
    'worried afraid scared scary fear* fright* anxiety panic* unsafe danger* hacked stolen phishing swallowed poison* smoking sparked toxic allerg* shaking dread* creepy',
    'terrified terrifying freaking_out help_me worried_sick',
  ],
  happy: [
    'thank thanks thx ty cheers good nice fine_with glad helpful quick fast comfy comfortable easy pretty cute worth pleased appreciate* kind polite works fits sturdy sorted friendly reliable soft fair ok_great cool sweet smooth',
    'great happy love lovely loved loves perfect excellent wonderful brilliant beautiful delight* impressed satisf* recommend* gorgeous fantastic awesome amazing superb enjoy* grateful thankful thrilled stunning delicious best favourite favorite joy yay hooray adore* gem well_done rock',
    'over_the_moon absolutely_love best_ever made_my_day exceeded',
  ],
  surprised: [
    'odd strange weird oh huh hmm suddenly how_come wait_what wait really since_when out_of_nowhere no_idea unexpected*',
    'wow whoa omg surpris* shock* unbelievable incredible no_way can_t_believe cannot_believe did_not_expect didn_t_expect not_expecting astonish* astounded amazed_to stunned gosh oh_my_god oh_my are_you_kidding mind_blown speechless who_knew never_expected',
    'jaw_dropped what_on_earth',
  ],
}

export const NEGATORS_EN =
  'not no never none nothing nobody without hardly barely isn_t wasn_t don_t doesn_t didn_t won_t can_t cannot couldn_t wouldn_t aren_t ain_t dont doesnt didnt isnt wasnt cant wont neither nor'
export const FIXED_EN =
  'no_problem not_only no_doubt no_wonder can_t_wait no_worries no_way not_bad can_t_believe nothing_but'
export const STRONG_EN =
  'very really so extremely absolutely totally completely super damn bloody fucking too utterly incredibly truly beyond most pretty well deeply highly such'
export const WEAK_EN = 'bit slightly somewhat fairly kinda kind_of sort_of a_little rather quite mildly'
export const CONTRAST_EN = 'but however though although yet except unfortunately'
export const SARCASM_EN =
  'oh_great just_great well_done_guys thanks_for_nothing thanks_a_lot_for nice_job_breaking slow_clap yeah_right how_lovely_another what_a_surprise_late real_genius bravo_idiots good_luck_with_that great_job_losing'
export const URGENT_EN: readonly [phrase: string, weight: number][] = [
  ['asap', 0.65],
  ['urgent', 0.75],
  ['urgently', 0.75],
  ['immediately', 0.65],
  ['right now', 0.65],
  ['right away', 0.6],
  ['at once', 0.55],
  ['hurry', 0.55],
  ['emergency', 0.9],
  ['as soon as possible', 0.6],
  ['by tomorrow', 0.55],
  ['today', 0.3],
  ['tonight', 0.4],
  ['before friday', 0.4],
  ['deadline', 0.5],
  ['in an hour', 0.6],
  ['smoking', 0.8],
  ['on fire', 0.95],
  ['electric shock', 0.9],
  ['swallowed', 0.95],
  ['hacked', 0.85],
  ['stolen', 0.7],
  ['scammed', 0.75],
  ['help me', 0.55],
  ['still waiting', 0.4],
  ['still not', 0.3],
  ['two weeks', 0.25],
  ['fix it now', 0.7],
  ['now', 0.2],
]
export const CALM_EN = 'no_rush no_hurry not_urgent whenever take_your_time when_you_have_time at_your_leisure'
