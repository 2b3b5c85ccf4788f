// Ant Design in the desk's own colours, for the pages that use it. Loaded with those pages, not with the inbox.
// It inserts <style> elements at run time, so the page's policy needs style-src 'unsafe-inline' (scripts never).
import ConfigProvider from 'antd/es/config-provider'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import darkAlgorithm from 'antd/es/theme/themes/dark'
import defaultAlgorithm from 'antd/es/theme/themes/default'
import { type ReactNode, useSyncExternalStore } from 'react'
import { onPreferences, usePreferences } from '../app/preferences.ts'
import { PALETTES } from './tokens.ts'

const modeNow = (): 'light' | 'dark' => (document.documentElement.dataset.mode === 'dark' ? 'dark' : 'light')
const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const onMode = (listener: () => void) => {
  // main.tsx listens first and has repainted by the time this runs.
  const stop = onPreferences(listener)
  darkSystem.addEventListener('change', listener)
  return () => {
    stop()
    darkSystem.removeEventListener('change', listener)
  }
}

const stillSystem = matchMedia('(prefers-reduced-motion: reduce)')

export const Antd = ({ children }: { children: ReactNode }) => {
  const mode = useSyncExternalStore(onMode, modeNow)
  const { language } = usePreferences()
  const palette = PALETTES[mode]
  const token = {
    colorPrimary: palette.accent,
    colorLink: palette.accent,
    colorText: palette.ink,
    colorTextSecondary: palette.muted,
    colorTextPlaceholder: palette.muted,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.surface,
    colorBorder: palette.line,
    colorBorderSecondary: palette.line,
    colorError: palette.danger,
    colorTextLightSolid: palette.accentInk,
    colorTextLabel: palette.muted,
    borderRadius: 8,
    fontFamily: 'inherit',
    controlHeight: 36,
    // The style sheet ends animations for those who asked for stillness; parts that wait for one to end would never show.
    motion: !stillSystem.matches,
  }
  const components = {
    Button: { primaryShadow: 'none', dangerShadow: 'none', defaultShadow: 'none' },
    Segmented: { itemColor: palette.muted, trackBg: palette.raised, itemSelectedBg: palette.accentSoft },
  }
  return (
    <ConfigProvider
      // No space between the two characters of a Chinese button: words stay words.
      button={{ autoInsertSpace: false }}
      locale={language === 'en' ? enUS : zhCN}
      theme={{ algorithm: mode === 'dark' ? darkAlgorithm : defaultAlgorithm, token, components }}
    >
      {children}
    </ConfigProvider>
  )
}
