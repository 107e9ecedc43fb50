// Mantine on the tokens: tokens.css is the source, this file only points at it.
import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = ['#f3f4f6', '#e6e9ee', '#d0d5dc', '#aab2bd', '#818c9a', '#566070', '#374151', '#252b33', '#1e2329', '#111827']

export const theme = createTheme({
  colors: { ink }, primaryColor: 'ink', primaryShade: { light: 9, dark: 0 },
  fontFamily: 'var(--font-text)', fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '24px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '4px', xl: '999px' }, defaultRadius: 'sm',
  shadows: { md: 'var(--lift-toast)', xl: 'var(--lift-dialog)' },
  variantColorResolver: input => input.variant === 'filled' && (input.color ?? 'ink') === 'ink'
    ? { background: 'var(--ink)', hover: 'var(--ink-2)', color: 'var(--ink-inverse)', border: 'none' }
    : defaultVariantColorsResolver(input),
  cursorType: 'pointer', respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' }, vars: (_theme: unknown, props: { size?: unknown }) => ({ root: props.size === 'xs'
      ? { '--button-height': 'var(--control-small)', '--button-padding-x': 'var(--space-2)', '--button-fz': 'var(--text-small)' }
      : { '--button-height': 'var(--control)', '--button-padding-x': 'var(--space-3)', '--button-fz': 'var(--text-body)' } }) },
    Badge: { defaultProps: { variant: 'default', radius: 'xs', tt: 'none', fw: 400 }, vars: () => ({ root: { '--badge-height': '20px', '--badge-padding-x': 'var(--space-1)', '--badge-fz': 'var(--text-small)' } }) },
    SegmentedControl: { defaultProps: { size: 'xs', radius: 'sm' }, vars: () => ({ root: { '--sc-color': 'var(--ink)', '--sc-label-color': 'var(--ink-inverse)', '--sc-padding': '0 var(--space-2)', '--sc-font-size': 'var(--text-small)' } }) },
    Input: { vars: (_theme: unknown, props: { error?: unknown }) => ({ wrapper: { '--input-height': 'var(--control)', '--input-fz': 'var(--text-body)', '--input-bg': 'var(--surface)', '--input-bd': props.error ? 'var(--resistance)' : 'var(--line-control)', '--input-bd-focus': 'var(--ink)' } }) },
    InputWrapper: { vars: () => ({ label: { '--input-label-size': 'var(--text-small)' }, error: { '--input-error-size': 'var(--text-small)' }, description: { '--input-description-size': 'var(--text-small)' } }) },
    Checkbox: { vars: () => ({ root: { '--checkbox-color': 'var(--ink)', '--checkbox-icon-color': 'var(--ink-inverse)' } }) },
    Radio: { vars: () => ({ root: { '--radio-color': 'var(--ink)', '--radio-icon-color': 'var(--ink-inverse)' } }) },
    Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: 8, fz: 'md', withRowBorders: false } },
    Modal: { defaultProps: { size: 480, shadow: 'xl', transitionProps: { duration: 160 } } },
    Tooltip: { defaultProps: { openDelay: 150 } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--surface)', '--mantine-color-text': 'var(--ink)', '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)', '--mantine-color-placeholder': 'var(--ink-3)', '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-default': 'var(--surface)', '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--ink)', '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-error': 'var(--resistance)', '--mantine-color-success': 'var(--ink)',
  '--mantine-color-disabled': 'var(--surface-quiet)', '--mantine-color-disabled-color': 'var(--ink-3)', '--mantine-color-disabled-border': 'var(--line-firm)',
  '--mantine-color-ink-filled': 'var(--ink)', '--mantine-color-ink-filled-hover': 'var(--ink-2)', '--mantine-primary-color-contrast': 'var(--ink-inverse)',
}
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
