// Mantine in this dashboard's measures: small type, quiet greys, and enough contrast for small grey words.
import {
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Fieldset,
  Paper,
  Popover,
  Text,
} from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  // The reader's own fonts: a page that works offline loads none.
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '620', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '0.9375rem' } } },
  components: {
    Alert: Alert.extend({ defaultProps: { variant: 'default' } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 550, radius: 'sm' } }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Fieldset: Fieldset.extend({ styles: { legend: { fontSize: 12, fontWeight: 600, marginBottom: 8 } } }),
    Popover: Popover.extend({ styles: { dropdown: { background: 'var(--mantine-color-body)' } } }),
    Text: Text.extend({ defaultProps: { size: 'sm' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg' } }),
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5b6270',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-default-border': '#e3e5ea',
    '--mantine-color-anchor': '#3048b8',
  },
  dark: {
    '--mantine-color-body': '#1b1d22',
    '--mantine-color-dimmed': '#a3a8b4',
    '--mantine-color-placeholder': '#979dab',
    '--mantine-color-default-border': '#31343c',
    '--mantine-color-default': '#22252b',
    '--mantine-color-dark-6': '#22252b',
    '--mantine-color-dark-5': '#2a2d35',
    '--mantine-color-dark-4': '#3a3e48',
    '--mantine-color-anchor': '#a9b9ff',
    '--mantine-color-text': '#e6e8ec',
  },
});
