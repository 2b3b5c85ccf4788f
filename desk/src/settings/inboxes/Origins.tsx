// Where the widget may run: the shop's own sites. Empty means anywhere.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { useDraft } from '../draft.ts'
import { Group } from '../Field.tsx'
import { DraftForm } from '../SaveBar.tsx'
import { changeInbox, type Inbox } from './inbox-data.ts'

const MOST = 50
/** An address copied from the browser is cut to its site: https://shop.example/sale?x=1 -> https://shop.example. */
const siteOf = (text: string): string => {
  const trimmed = text.trim()
  return /^(https?:\/\/[^/?#\s]+)/i.exec(trimmed)?.[1]?.toLowerCase() ?? trimmed
}

const SiteRow = (props: {
  site: string
  number: number
  wrong: boolean
  set: (site: string) => void
  remove: () => void
}) => {
  const { t } = useTranslation()
  return (
    <li>
      <Input
        aria-label={t('inboxes.origins.site', { number: props.number })}
        aria-invalid={props.wrong}
        status={props.wrong ? 'error' : ''}
        inputMode="url"
        maxLength={300}
        placeholder="https://shop.example"
        value={props.site}
        onChange={(event) => props.set(event.target.value)}
        onBlur={() => props.set(siteOf(props.site))}
      />
      <IconButton icon="close" label={t('inboxes.origins.remove', { number: props.number })} onClick={props.remove} />
    </li>
  )
}

export const Origins = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const draft = useDraft({ origins: inbox.origins }, ({ origins }) =>
    changeInbox(inbox.id, { origins: origins.map(siteOf).filter(Boolean) }),
  )
  const { origins } = draft.value
  const set = (next: string[]) => draft.set({ origins: next })
  const wrong = draft.at('/origins')
  return (
    <DraftForm label={t('inboxes.tab.origins')} draft={draft}>
      <section className="sheet padded">
        <Group
          label={t('inboxes.origins.sites')}
          help={t('inboxes.origins.help')}
          error={wrong && t('inboxes.origins.wrong')}
        >
          {origins.length === 0 && <p className="notice-line">{t('inboxes.origins.anywhere')}</p>}
          <ol className="row-list">
            {origins.map((site, index) => (
              <SiteRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and their inputs are controlled.
                key={index}
                site={site}
                number={index + 1}
                wrong={draft.at(`/origins/${index}`) !== undefined}
                set={(next) => set(origins.map((each, other) => (other === index ? next : each)))}
                remove={() => set(origins.filter((_, other) => other !== index))}
              />
            ))}
          </ol>
          {origins.length < MOST && <Button onClick={() => set([...origins, ''])}>{t('inboxes.origins.add')}</Button>}
        </Group>
      </section>
    </DraftForm>
  )
}
