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

export const InviteStep = ({ finish }: { finish: () => void }) => {
  const { t } = useTranslation()
  const [form, setForm] = useState({ name: '', email: '' })
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
  const field = (name: keyof typeof form) => ({
    className: 'first-field',
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
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
        <>
          <Labelled label={t('field.name')}>
            <input maxLength={120} autoComplete="off" {...field('name')} />
          </Labelled>
          <Labelled label={t('field.email')}>
            <input type="email" maxLength={320} autoComplete="off" {...field('email')} />
          </Labelled>
        </>
      ) : (
        <>
          <p>{t('welcome.linkFor', { name: form.name })}</p>
          <CopyBox label={t('welcome.link')} text={link} />
          <Button
            look="quiet"
            onClick={() => {
              setLink(null)
              setForm({ name: '', email: '' })
            }}
          >
            {t('welcome.inviteMore')}
          </Button>
        </>
      )}
    </Step>
  )
}
