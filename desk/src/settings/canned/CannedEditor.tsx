// Writing a canned reply: words with blanks that fill themselves, and how it will read beside it.
import Button from 'antd/es/button'
import Input, { type InputRef } from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { useSession } from '../../app/server.ts'
import { BLANKS, type Blank, fill } from '../../thread/fill.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Draft } from '../draft.ts'
import { Field, Group } from '../Field.tsx'
import { languageOptions } from '../inboxes/LanguagePick.tsx'
import { type CannedDraft, type Reply, SHORTCUT, shortcutOf, useCannedDraft } from './canned-draft.ts'

const Preview = ({ text }: { text: string }) => {
  const { t } = useTranslation()
  const { staff, tenant } = useSession()
  const sample: Record<Blank, string> = {
    'customer.name': t('cannedPage.sample.customer'),
    'agent.name': staff.name,
    'shop.name': tenant.name,
    'order.no': 'BL20261118-0042',
    'order.status': t('order.shipped'),
  }
  return (
    <Group label={t('cannedPage.preview')}>
      <p className="canned-preview">{fill(text, sample) || t('cannedPage.previewEmpty')}</p>
    </Group>
  )
}

/** Puts a variable where the cursor is. */
const TextField = ({ draft, readOnly }: { draft: Draft<CannedDraft>; readOnly: boolean }) => {
  const { t } = useTranslation()
  const box = useRef<HTMLSpanElement>(null)
  const { text } = draft.value
  const insert = (variable: Blank) => {
    const area = box.current?.querySelector('textarea')
    if (!area) return
    area.focus()
    area.setRangeText(`{{${variable}}}`, area.selectionStart, area.selectionEnd, 'end')
    draft.set({ text: area.value })
  }
  return (
    <Field label={t('cannedPage.text')} error={draft.at('/text')}>
      {(control) => (
        <span ref={box} className="canned-text">
          <Input.TextArea
            {...control}
            required
            readOnly={readOnly}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={4000}
            value={text}
            onChange={(event) => draft.set({ text: event.target.value })}
          />
          {!readOnly && (
            <span className="variables">
              {t('cannedPage.insert')}
              {BLANKS.map((variable) => (
                <Button key={variable} size="small" onClick={() => insert(variable)}>
                  {t(`cannedPage.variable.${variable.replace('.', '-')}`)}
                </Button>
              ))}
            </span>
          )}
        </span>
      )}
    </Field>
  )
}

const Who = ({ draft, may }: { draft: Draft<CannedDraft>; may: boolean }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { shared, locale } = draft.value
  return (
    <div className="set-pair">
      <Group label={t('cannedPage.who')} help={may ? undefined : t('cannedPage.whoAsk')}>
        <Segmented
          aria-label={t('cannedPage.who')}
          disabled={!may}
          value={shared}
          options={[
            { value: true, label: t('cannedPage.shared') },
            { value: false, label: t('cannedPage.own') },
          ]}
          onChange={(next) => draft.set({ shared: next })}
        />
      </Group>
      <Field label={t('field.language')} error={draft.at('/locale')}>
        {({ id }) => (
          <Select
            id={id}
            value={locale ?? ''}
            getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
            options={[{ value: '', label: t('cannedPage.anyLanguage') }, ...languageOptions(language, locale)]}
            onChange={(next) => draft.set({ locale: next === '' ? null : next })}
          />
        )}
      </Field>
    </div>
  )
}

const Names = ({ draft, isNew, readOnly }: { draft: Draft<CannedDraft>; isNew: boolean; readOnly: boolean }) => {
  const { t } = useTranslation()
  const [own, setOwn] = useState(!isNew)
  const first = useRef<InputRef>(null)
  const { title, shortcut } = draft.value
  const name = (next: string) => draft.set(own ? { title: next } : { title: next, shortcut: shortcutOf(next) })
  return (
    <div className="set-pair">
      <Field label={t('cannedPage.title')} error={draft.at('/title')}>
        {(control) => (
          <Input
            ref={first}
            {...control}
            required
            readOnly={readOnly}
            maxLength={120}
            value={title}
            onChange={(event) => name(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('cannedPage.shortcut')} help={t('cannedPage.shortcutHelp')} error={draft.at('/shortcut')}>
        {(control) => (
          <Input
            {...control}
            required
            readOnly={readOnly}
            prefix="/"
            maxLength={40}
            pattern={SHORTCUT}
            title={t('cannedPage.shortcutHelp')}
            value={shortcut}
            onChange={(event) => {
              setOwn(true)
              draft.set({ shortcut: event.target.value })
            }}
          />
        )}
      </Field>
    </div>
  )
}

export const CannedEditor = ({ reply, onClose }: { reply: Reply | null; onClose: () => void }) => {
  const { t } = useTranslation()
  const { draft, manages, readOnly } = useCannedDraft(reply, onClose)
  const [asking, setAsking] = useState(false)
  const close = () => (draft.dirty && !asking ? setAsking(true) : onClose())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void draft.save()
  }
  return (
    <Dialog title={reply?.title ?? t('cannedPage.new')} onClose={close} wide>
      <form onSubmit={submit}>
        {readOnly && <p className="notice-line">{t('cannedPage.readOnly')}</p>}
        <Names draft={draft} isNew={reply === null} readOnly={readOnly} />
        <TextField draft={draft} readOnly={readOnly} />
        <Preview text={draft.value.text} />
        {!readOnly && <Who draft={draft} may={manages} />}
        {draft.refusal !== null && draft.refusal.path === null && (
          <p className="form-problem" role="alert">
            {draft.refusal.text}
          </p>
        )}
        <div className="dialog-foot">
          {asking && <span className="grow set-wrong">{t('settings.leaveText')}</span>}
          <Button onClick={close}>{t(asking ? 'settings.leaveDo' : 'do.cancel')}</Button>
          {!readOnly && (
            <Button type="primary" htmlType="submit" loading={draft.saving}>
              {t('do.save')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
