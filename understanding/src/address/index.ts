// Postal addresses: found by rule in any message; taught from tagged rows where a shop or a measurement has them.
export type { AddressPart, AddressSpan, PartType } from './address-span.ts'
export { ADDRESS_OPTIONS, type AddressEvaluation, evaluateAddress, scoreTags } from './evaluate-address.ts'
export { findAddresses } from './find-addresses.ts'
export type { TagRow, TagSpan } from './tag-rows.ts'
export { type Tagger, taggerFromBytes } from './tagger.ts'
export { type TrainOptions, trainTagger } from './train-tagger.ts'
