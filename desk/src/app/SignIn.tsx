// Signing in: by one-time link, or with e-mail, password and (when asked) the code of the second factor.
import { Problem } from '@ballast/contract/problems'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lists } from '../inbox/here.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.tsx'
import { explain } from './explain.ts'
import { go } from './place.ts'
import { prefer, usePreferences } from './preferences.ts'
import { queries, server } from './server.ts'

const enter = async (done: () => void) => {
  done()
  // Whoever was here before leaves nothing in memory.
  lists.forget()
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  await queries.resetQueries({ queryKey: ['session'] })
}

/** Exchanges the link's token once; re-renders must not spend it twice. A second factor's code is asked for in between. */
const useLink = (token: string | null, done: () => void) => {
  const { t } = useTranslation()
  const spent = useRef(false)
  const [state, setState] = useState<'trying' | 'asks-code' | 'refused'>(token === null ? 'refused' : 'trying')
  const [problem, setProblem] = useState<string | null>(null)
  const refused = (error: unknown) => {
    const asks = error instanceof Problem && error.code === 'auth.second-factor'
    const spentLink = error instanceof Problem && error.code === 'auth.invalid'
    setState(asks ? 'asks-code' : 'refused')
    setProblem(asks ? t('signIn.linkCode') : spentLink ? t('signIn.linkSpent') : explain(error))
  }
  const exchange = async (code?: string) => {
    if (token === null) return
    try {
      const { needsPassword } = await server.signInByLink({ body: { token, ...(code ? { code: code.trim() } : {}) } })
      if (needsPassword)
        toast(t('signIn.setPassword'), { act: { label: t('page.settings'), run: () => go({ page: 'settings' }) } })
      await enter(done)
    } catch (error) {
      refused(error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a token, whatever else changes.
  useEffect(() => {
    if (token === null || spent.current) return
    spent.current = true
    void exchange()
  }, [token])
  return { state, problem, exchange }
}

interface Fields {
  email: string
  password: string
  code: string
}

type Link = ReturnType<typeof useLink>

const useSignIn = (done: () => void, link: Link) => {
  const [fields, setFields] = useState<Fields>({ email: '', password: '', code: '' })
  const [asksCode, setAsksCode] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      const { code, ...rest } = fields
      if (link.state === 'asks-code') return await link.exchange(code)
      await server.signIn({ body: { ...rest, email: rest.email.trim(), ...(code ? { code: code.trim() } : {}) } })
      await enter(done)
    } catch (error) {
      const wantsCode = error instanceof Problem && error.code === 'auth.second-factor'
      if (wantsCode) setAsksCode(true)
      if (!wantsCode || fields.code) setProblem(explain(error))
    } finally {
      setBusy(false)
    }
  }
  const field = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  })
  return { field, submit, asksCode, busy, problem }
}

const Language = () => {
  const { language } = usePreferences()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button look="quiet" lang={other} onClick={() => prefer({ language: other })}>
      {other === 'en' ? 'English' : '简体中文'}
    </Button>
  )
}

const Credentials = ({ form }: { form: ReturnType<typeof useSignIn> }) => {
  const { t } = useTranslation()
  return (
    <>
      <label>
        {t('field.email')}
        <input type="email" name="email" autoComplete="username" required {...form.field('email')} />
      </label>
      <label>
        {t('field.password')}
        <input type="password" name="password" autoComplete="current-password" required {...form.field('password')} />
      </label>
    </>
  )
}

const SignIn = ({ token, done }: { token: string | null; done: () => void }) => {
  const { t } = useTranslation()
  const link = useLink(token, done)
  const form = useSignIn(done, link)
  const problem = form.problem ?? link.problem
  const trying = link.state === 'trying'
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={form.submit} aria-busy={form.busy || trying}>
        <span className="mark" aria-hidden="true" />
        <h1>{t('signIn.title')}</h1>
        <p className="muted">{t(trying ? 'signIn.byLink' : 'signIn.lead')}</p>
        {problem && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        {link.state !== 'asks-code' && <Credentials form={form} />}
        {(form.asksCode || link.state === 'asks-code') && (
          <label>
            {t('signIn.code')}
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required {...form.field('code')} />
          </label>
        )}
        <Button look="main" type="submit" disabled={form.busy || trying}>
          {t('signIn.do')}
        </Button>
        <Language />
      </form>
    </main>
  )
}
export default SignIn
