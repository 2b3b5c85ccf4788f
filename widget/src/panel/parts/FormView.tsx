// A short form the bot asks to be filled in; the answer goes back as the same form with values.
import type { CustomerPart, Part } from '@ballast/contract/parts'
import type { Words } from '../locales/words.ts'

type Form = Extract<Part, { kind: 'form' }>
type Field = Form['fields'][number]
const TYPES = { text: 'text', number: 'number', phone: 'tel', email: 'email', date: 'date' } as const

const FieldView = ({ field, id, disabled, words }: { field: Field; id: string; disabled: boolean; words: Words }) => {
  const shared = { id, name: field.name, required: field.required === true, disabled }
  if (field.type !== 'choice')
    // The types of an input are a union by role; any of ours is as good as text to the checker.
    return <input {...shared} type={TYPES[field.type] as 'text'} maxLength={1_000} />
  return (
    <select {...shared}>
      <option value="">{words.form.choose}</option>
      {(field.choices ?? []).map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

interface Props {
  readonly part: Form
  readonly words: Words
  readonly live: boolean
  readonly onParts: (parts: CustomerPart[]) => void
}
export const FormView = ({ part, words, live, onParts }: Props) => (
  <form
    class="card form"
    onSubmit={(event) => {
      event.preventDefault()
      const given = new FormData(event.currentTarget as HTMLFormElement)
      const values = Object.fromEntries(part.fields.map(({ name }) => [name, String(given.get(name) ?? '')]))
      onParts([{ ...part, values }])
    }}
  >
    <p class="name">{part.title}</p>
    {part.fields.map((field) => {
      const id = `${part.formId}/${field.name}`
      return (
        <div class="field" key={field.name}>
          <label for={id}>
            {field.label}
            {field.required === true && <small> ({words.form.required})</small>}
          </label>
          <FieldView field={field} id={id} words={words} disabled={!live} />
        </div>
      )
    })}
    <button type="submit" disabled={!live}>
      {live ? words.form.send : words.form.sent}
    </button>
  </form>
)
