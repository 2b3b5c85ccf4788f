// What is asked and what is answered, with the answer as customers will see it.
import { ENTRY_KINDS, REVIEW_STATES } from '@ballast/contract/routes/knowledge'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { Field } from '../settings/Field.tsx'
import { useStaff } from '../team/use-staff.ts'
import { LOCALES, languageName } from './entries.ts'
import type { EntryForm, Form } from './entry-form.ts'
import { addressOf, isPlayedAddress, type Medium } from './media-files.ts'
import { QuestionList } from './QuestionList.tsx'

interface Props {
  readonly form: EntryForm
  readonly readOnly: boolean
}

const PreviewMedium = ({ medium }: { medium: Medium }) => {
  const url = addressOf(medium)
  if (url === undefined) return null
  if (medium.kind === 'picture') return <img className="kb-preview-medium" src={url} alt={medium.alt} loading="lazy" />
  if (medium.fileId === undefined && !isPlayedAddress(url)) return <p className="kb-bubble">{medium.alt || url} ↗</p>
  const poster = medium.posterId === undefined ? {} : { poster: `/media/${medium.posterId}` }
  return (
    <video className="kb-preview-medium" controls preload="metadata" src={url} aria-label={medium.alt} {...poster} />
  )
}

/** The chat shows an answer as it is written, line by line, with its source below. */
const Preview = ({ value }: { value: Form }) => {
  const { t } = useTranslation()
  return (
    <figure className="kb-preview">
      <figcaption>{t('knowledge.preview')}</figcaption>
      <p className="kb-bubble">{value.answer.trim() || t('knowledge.previewEmpty')}</p>
      {value.steps.map(({ text, medium }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is nothing but its place and its words.
        <Fragment key={at}>
          <p className="kb-bubble">
            {at + 1}. {text}
          </p>
          {medium && <PreviewMedium medium={medium} />}
        </Fragment>
      ))}
      {value.media.map((medium) => (
        <PreviewMedium key={medium.url ?? medium.fileId} medium={medium} />
      ))}
      {value.title.trim() !== '' && <span className="kb-mark">{value.title}</span>}
    </figure>
  )
}

const Answer = ({ form, readOnly }: Props) => {
  const { t } = useTranslation()
  return (
    <div className="kb-halves">
      <Field label={t('knowledge.answer')} help={t('knowledge.answerHelp')} error={form.at('/answer')}>
        {(control) => (
          <Input.TextArea
            {...control}
            required
            autoSize={{ minRows: 6, maxRows: 20 }}
            maxLength={8000}
            readOnly={readOnly}
            value={form.value.answer}
            onChange={(event) => form.set({ answer: event.target.value })}
          />
        )}
      </Field>
      <Preview value={form.value} />
    </div>
  )
}

const Chosen = (props: Props & { name: 'locale' | 'kind' | 'review'; options: { value: string; label: string }[] }) => {
  const { t } = useTranslation()
  const { form, readOnly, name, options } = props
  return (
    <Field label={t(`knowledge.field.${name}`)} error={form.at(`/${name}`)}>
      {({ id }) => (
        <Select
          id={id}
          disabled={readOnly}
          value={form.value[name]}
          options={options}
          onChange={(value) => form.set({ [name]: value })}
        />
      )}
    </Field>
  )
}

const Owner = ({ form, readOnly }: Props) => {
  const { t } = useTranslation()
  const staff = useStaff().data?.staff ?? []
  return (
    <Field label={t('knowledge.field.ownerId')}>
      {({ id }) => (
        <Select
          id={id}
          allowClear
          disabled={readOnly}
          placeholder={t('knowledge.nobody')}
          value={form.value.ownerId}
          options={staff.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={(ownerId: string | undefined) => form.set({ ownerId: ownerId ?? null })}
        />
      )}
    </Field>
  )
}

const Filing = (props: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { form, readOnly } = props
  const locales = [...new Set<string>([...LOCALES, form.value.locale])]
  return (
    <div className="kb-filing">
      <Field label={t('knowledge.topic')} error={form.at('/topic')}>
        {(control) => (
          <Input
            {...control}
            maxLength={64}
            readOnly={readOnly}
            placeholder={t('knowledge.topicHint')}
            value={form.value.topic}
            onChange={(event) => form.set({ topic: event.target.value })}
          />
        )}
      </Field>
      <Chosen
        {...props}
        name="locale"
        options={locales.map((value) => ({ value, label: languageName(value, language) }))}
      />
      <Chosen
        {...props}
        name="kind"
        options={ENTRY_KINDS.map((value) => ({ value, label: t(`knowledge.kind.${value}`) }))}
      />
      <Chosen
        {...props}
        name="review"
        options={REVIEW_STATES.map((value) => ({ value, label: t(`knowledge.review.${value}`) }))}
      />
      <Owner {...props} />
    </div>
  )
}

export const EntryFields = (props: Props) => {
  const { t } = useTranslation()
  const { form, readOnly } = props
  return (
    <section className="sheet padded kb-fields" aria-label={t('knowledge.words')}>
      <Field label={t('knowledge.title')} help={t('knowledge.titleHelp')} error={form.at('/title')}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={300}
            readOnly={readOnly}
            value={form.value.title}
            onChange={(event) => form.set({ title: event.target.value })}
          />
        )}
      </Field>
      <QuestionList
        questions={form.value.questions}
        readOnly={readOnly}
        change={(questions) => form.set({ questions })}
      />
      <Answer {...props} />
      <Filing {...props} />
    </section>
  )
}
