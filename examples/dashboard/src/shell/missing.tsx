// What an address shows that leads nowhere.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('missing.title')} · OrderGraph`);
  return (
    <Stack align="center" py={96} gap="xs">
      <Title order={1}>{t('missing.title')}</Title>
      <Text c="dimmed">{t('missing.text')}</Text>
      <Anchor component={Link} to="/">
        {t('missing.back')}
      </Anchor>
    </Stack>
  );
}
