// Keeps one broken part from emptying the whole desk; a page of an older build that is gone asks for a reload.
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

const Broken = () => {
  const { t } = useTranslation()
  return (
    <main className="page">
      <div className="failed" role="alert">
        <span>{t('broken')}</span>
        <Button icon="retry" onClick={() => location.reload()}>
          {t('do.reload')}
        </Button>
      </div>
    </main>
  )
}

export class Boundary extends Component<{ children: ReactNode; fallback?: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    const { children, fallback = <Broken /> } = this.props
    return this.state.broken ? fallback : children
  }
}
