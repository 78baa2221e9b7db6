// Language and colours.
import { ActionIcon, Button, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../locales/i18n.js';

export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="subtle"
      color="gray"
      c="inherit"
      px={8}
      leftSection={<IconLanguage size={17} stroke={1.7} />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {t('otherLanguage')}
    </Button>
  );
}

export function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  return (
    <Tooltip label={t(`scheme.${other}`)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="inherit"
        size={30}
        aria-label={t(`scheme.${other}`)}
        onClick={() => setColorScheme(other)}
      >
        {other === 'dark' ? <IconMoon size={17} stroke={1.7} /> : <IconSun size={17} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}
