// A postal address found in a text, with its parts.
export type PartType =
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'community'
  | 'road'
  | 'road-number'
  | 'place'
  | 'building'
  | 'unit'
  | 'floor'
  | 'room'
  | 'region'
  | 'postcode'
  | 'po-box'

export interface AddressPart {
  readonly type: PartType
  /** UTF-16 offsets into the raw text, end exclusive. */
  readonly start: number
  readonly end: number
}
export interface AddressSpan {
  readonly start: number
  readonly end: number
  readonly style: 'chinese' | 'western'
  /** 0 to 1: how much of what makes an address is there. */
  readonly score: number
  readonly parts: readonly AddressPart[]
}
