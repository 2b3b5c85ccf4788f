// Custom properties in `style`, which React's types leave out.
import 'react'

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number
  }
}
