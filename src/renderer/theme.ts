import { Modal, Tooltip, createTheme } from '@mantine/core'
import type { MantineColorsTuple } from '@mantine/core'

/** The one colour that means nothing but "this is the main thing to do here". */
const ink: MantineColorsTuple = [
  '#eef2f9',
  '#dbe3f1',
  '#b6c6e3',
  '#8fa8d5',
  '#6d8dc8',
  '#4a6fb0',
  '#2a4b86',
  '#244276',
  '#1d3661',
  '#16294a',
]

/** Greys with a little warmth: paper, not steel. */
const dark: MantineColorsTuple = [
  '#eceae6',
  '#c9ccd1',
  '#a9aeb6',
  '#7d848e',
  '#4a515b',
  '#333840',
  '#24282e',
  '#1d2025',
  '#15171b',
  '#0e1013',
]

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.6' },
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 'md',
  radius: { md: '10px', lg: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
      styles: {
        content: { background: 'var(--b-surface)' },
        header: { background: 'var(--b-surface)' },
        title: { fontSize: 'var(--mantine-font-size-xl)', fontWeight: 650 },
      },
    }),
  },
})

/** The nonce that main wrote into this page; styles made at run time carry it, or the page's policy refuses them. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
