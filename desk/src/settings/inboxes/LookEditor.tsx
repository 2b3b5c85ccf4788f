// How the chat looks on the shop's pages; what is changed is drawn at once beside it.
import type { Look } from '@ballast/contract/look'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import { useTranslation } from 'react-i18next'
import { type Draft, useDraft } from '../draft.ts'
import { Field, Group } from '../Field.tsx'
import { DraftForm } from '../SaveBar.tsx'
import { ColorField } from './ColorField.tsx'
import { changeInbox, type Inbox } from './inbox-data.ts'
import { LookPreview } from './LookPreview.tsx'
import { HOUSE_COLOR, type LookDraft } from './look-draft.ts'
import { Starters } from './Starters.tsx'

const lookOf = ({ color, theme, position, greeting, starters }: LookDraft): Look => {
  const said = starters.map((each) => each.trim()).filter(Boolean)
  return {
    ...(color.toLowerCase() === HOUSE_COLOR ? {} : { color }),
    theme,
    position,
    ...(greeting.trim() === '' ? {} : { greeting: greeting.trim() }),
    ...(said.length === 0 ? {} : { starters: said }),
  }
}

const useLook = (inbox: Inbox): Draft<LookDraft> => {
  const { look } = inbox
  const saved: LookDraft = {
    color: look.color ?? HOUSE_COLOR,
    theme: look.theme ?? 'auto',
    position: look.position ?? 'right',
    greeting: look.greeting ?? '',
    starters: look.starters ?? [],
  }
  return useDraft(saved, (value) => changeInbox(inbox.id, { look: lookOf(value) }))
}

const Choices = ({ draft }: { draft: Draft<LookDraft> }) => {
  const { t } = useTranslation()
  return (
    <>
      <Group label={t('inboxes.look.theme')} error={draft.at('/look/theme')}>
        <Segmented
          aria-label={t('inboxes.look.theme')}
          value={draft.value.theme}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`inboxes.look.${value}`) }))}
          onChange={(theme) => draft.set({ theme })}
        />
      </Group>
      <Group label={t('inboxes.look.position')} error={draft.at('/look/position')}>
        <Segmented
          aria-label={t('inboxes.look.position')}
          value={draft.value.position}
          options={(['left', 'right'] as const).map((value) => ({ value, label: t(`inboxes.look.${value}`) }))}
          onChange={(position) => draft.set({ position })}
        />
      </Group>
    </>
  )
}

export const LookEditor = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const draft = useLook(inbox)
  const { value, set, at } = draft
  return (
    <div className="look-desk">
      <DraftForm label={t('inboxes.tab.look')} draft={draft}>
        <section className="sheet padded">
          <ColorField
            color={value.color}
            theme={value.theme}
            set={(color) => set({ color })}
            error={at('/look/color')}
          />
          <Choices draft={draft} />
        </section>
        <section className="sheet padded">
          <Field label={t('inboxes.look.greeting')} help={t('inboxes.look.greetingHelp')} error={at('/look/greeting')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 5 }}
                maxLength={300}
                placeholder={t('inboxes.preview.greeting', { shop: inbox.name })}
                value={value.greeting}
                onChange={(event) => set({ greeting: event.target.value })}
              />
            )}
          </Field>
          <Starters starters={value.starters} set={(starters) => set({ starters })} at={at} />
        </section>
      </DraftForm>
      <LookPreview inbox={inbox} look={value} />
    </div>
  )
}
