// Step 6: a colleague, by a link to pass on.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Labelled } from '../ui/Labelled.tsx'
import { CopyBox } from './CopyBox.tsx'
import { Step } from './Step.tsx'
import { refreshWorkspace } from './workspace.ts'

interface Invited {
  readonly name: string
  readonly email: string
}
const NOBODY: Invited = { name: '', email: '' }

const Fields = ({ form, change }: { form: Invited; change: (next: Invited) => void }) => {
  const { t } = useTranslation()
  const field = (name: keyof Invited) => ({
    className: 'first-field',
    autoComplete: 'off',
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ ...form, [name]: event.target.value }),
  })
  return (
    <>
      <Labelled label={t('field.name')}>
        <input maxLength={120} {...field('name')} />
      </Labelled>
      <Labelled label={t('field.email')}>
        <input type="email" maxLength={320} {...field('email')} />
      </Labelled>
    </>
  )
}

const Made = ({ name, link, again }: { name: string; link: string; again: () => void }) => {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('welcome.linkFor', { name })}</p>
      <CopyBox label={t('welcome.link')} text={link} />
      <Button look="quiet" onClick={again}>
        {t('welcome.inviteMore')}
      </Button>
    </>
  )
}

export const InviteStep = ({ finish }: { finish: () => void }) => {
  const { t } = useTranslation()
  const [form, setForm] = useState(NOBODY)
  const [link, setLink] = useState<string | null>(null)
  const typed = form.name.trim() !== '' && form.email.trim() !== ''
  const invite = async () => {
    const made = await act(() => server.inviteStaff({ body: { ...form, role: 'agent' } }))
    if (made === null) return
    setLink(made.link)
    await Promise.all([queries.invalidateQueries({ queryKey: ['staff'] }), refreshWorkspace()])
  }
  /** Words that were typed are not thrown away: the first press makes the link, the next one ends. */
  const save = async () => {
    if (link !== null || !typed) return true
    await invite()
    return false
  }
  return (
    <Step
      name="invite"
      title={t('welcome.inviteTitle')}
      lead={t('welcome.inviteLead')}
      save={save}
      finish={finish}
      nextLabel={typed && link === null ? t('welcome.makeLink') : t('welcome.finish')}
    >
      {link === null ? (
        <Fields form={form} change={setForm} />
      ) : (
        <Made
          name={form.name}
          link={link}
          again={() => {
            setLink(null)
            setForm(NOBODY)
          }}
        />
      )}
    </Step>
  )
}
