// On an empty inbox: what is left of the first steps, down to the first conversation.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Icon } from '../ui/Icon.tsx'
import { doneOf, useWorkspace } from './workspace.ts'
import './welcome.css'

const LEFT = [
  { name: 'look', step: 2 },
  { name: 'knowledge', step: 3 },
  { name: 'invite', step: 6 },
  { name: 'try', step: 4 },
] as const

const Checklist = () => {
  const { t } = useTranslation()
  const sets = useMay('inboxes.manage')
  const { data } = useWorkspace(sets)
  const done = doneOf(data)
  if (!sets || data === undefined || LEFT.every(({ name }) => done.includes(name))) return null
  return (
    <section className="first-list" aria-label={t('welcome.listTitle')}>
      <h2>{t('welcome.listTitle')}</h2>
      <ul>
        {LEFT.map(({ name, step }) => {
          const is = done.includes(name)
          return (
            <li key={name} className={is ? 'done' : undefined}>
              <i aria-hidden="true">{is && <Icon name="check" size={14} />}</i>
              {is ? (
                <span>{t(`welcome.left.${name}`)}</span>
              ) : (
                <a {...linkTo({ page: 'welcome', step })}>{t(`welcome.left.${name}`)}</a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
export default Checklist
