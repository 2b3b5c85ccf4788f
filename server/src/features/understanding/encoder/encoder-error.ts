// Why an encoder does not stand or did not answer, in words for the operator. Never holds a customer's text.
export class EncoderError extends Error {
  override readonly name = 'EncoderError'
}
