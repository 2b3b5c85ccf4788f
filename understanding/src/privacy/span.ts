// What a piece of personal data is called and where it stands.
export type PersonalType =
  | 'phone'
  | 'email'
  | 'id-card'
  | 'permit'
  | 'bank-card'
  | 'card-expiry'
  | 'card-code'
  | 'passport'
  | 'plate'
  | 'address'
  | 'name'
  | 'iban'
  | 'ssn'
  | 'ip'
  | 'birth-date'
  | 'account'

export interface PersonalSpan {
  /** UTF-16 offsets into the raw message, end exclusive. */
  readonly start: number
  readonly end: number
  readonly type: PersonalType
  /** 0..1; a checked number or a named context stands near 1. */
  readonly score: number
}
