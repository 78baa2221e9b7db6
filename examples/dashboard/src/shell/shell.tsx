// The frame around every page: its header, the way past it for keyboards, and the question for a key.
import { Anchor, AppShell, Container, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, type Location, Outlet, ScrollRestoration } from 'react-router';
import icon from '../../icon.svg';
import { KeyButton } from './key.js';
import classes from './shell.module.css';
import { LanguageButton, SchemeButton } from './switches.js';

/** A list is found again where it was left, by whichever way one comes back to it. */
const placeOf = ({ pathname, search, key }: Location): string =>
  pathname.startsWith('/orders/') ? key : `${pathname}${search}`;

export function Shell() {
  const { t } = useTranslation();
  return (
    <AppShell header={{ height: 52 }} padding={0}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Container size={1440} h="100%" px={{ base: 'sm', sm: 'lg' }}>
          <Group h="100%" justify="space-between" wrap="nowrap">
            <Anchor component={Link} to="/" underline="never" c="inherit">
              <Group gap={8} wrap="nowrap">
                <img src={icon} alt="" width={22} height={22} />
                <Text fw={650} size="lg">
                  OrderGraph
                </Text>
              </Group>
            </Anchor>
            <Group gap={4} wrap="nowrap">
              <KeyButton />
              <LanguageButton />
              <SchemeButton />
            </Group>
          </Group>
        </Container>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <Container size={1440} px={{ base: 'sm', sm: 'lg' }} py={{ base: 'sm', sm: 'lg' }}>
          <Outlet />
        </Container>
      </AppShell.Main>
      {/* Behind the page: lists scroll to their own beginning first. */}
      <ScrollRestoration getKey={placeOf} />
    </AppShell>
  );
}
