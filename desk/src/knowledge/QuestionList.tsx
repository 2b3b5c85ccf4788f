// The ways customers ask: Enter adds one, a pasted list adds many.
import Button from 'antd/es/button'
import Input, { type InputRef } from 'antd/es/input'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button.tsx'

const MOST = 50
const LONGEST = 300

interface Props {
  readonly questions: readonly string[]
  readonly readOnly: boolean
  readonly change: (questions: string[]) => void
}

const Wording = (props: { at: number; text: string; write: (text: string) => void; remove: () => void } & Props) => {
  const { t } = useTranslation()
  const { at, text, readOnly, write, remove } = props
  return (
    <li>
      <Input
        aria-label={t('knowledge.wording', { at: at + 1 })}
        maxLength={LONGEST}
        readOnly={readOnly}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {!readOnly && <IconButton icon="close" label={t('knowledge.wordingOff', { text })} onClick={remove} />}
    </li>
  )
}

const Adding = ({ questions, change }: Props) => {
  const { t } = useTranslation()
  const field = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const add = (lines: readonly string[]) => {
    const fresh = lines.map((line) => line.trim().slice(0, LONGEST)).filter(Boolean)
    change([...new Set([...questions, ...fresh])].slice(0, MOST))
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add([text])
  }
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text').split(/\r?\n/)
    if (lines.length < 2) return
    event.preventDefault()
    add(lines)
  }
  return (
    <div className="kb-add">
      <Input
        ref={field}
        aria-label={t('knowledge.wordingNew')}
        placeholder={t('knowledge.wordingHint')}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        // What was typed counts, also without Enter.
        onBlur={() => text.trim() !== '' && add([text])}
      />
      <Button onClick={() => field.current?.focus()}>{t('knowledge.wordingAdd')}</Button>
    </div>
  )
}

export const QuestionList = (props: Props) => {
  const { t } = useTranslation()
  const { questions, readOnly, change } = props
  const id = useId()
  const put = (at: number, next: string[]) => change([...questions.slice(0, at), ...next, ...questions.slice(at + 1)])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the labels of the other fields.
    <div className="set-field" role="group" aria-labelledby={id}>
      <span className="set-label" id={id}>
        {t('knowledge.questions')}
      </span>
      <ul className="kb-wordings">
        {questions.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line keeps its place while it is written in.
          <Wording key={at} {...props} at={at} text={each} write={(now) => put(at, [now])} remove={() => put(at, [])} />
        ))}
      </ul>
      {!readOnly && questions.length < MOST && <Adding {...props} />}
      <p className="set-help">{t('knowledge.questionsHelp')}</p>
    </div>
  )
}
