// A product's picture, or a quiet tile where there is none or it cannot be loaded.
import { Center, Image } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';

interface PictureProps {
  readonly src: string | null | undefined;
  readonly size: number;
}

export function Picture({ src, size }: PictureProps) {
  const [isBroken, setBroken] = useState(false);
  if (src && !isBroken) {
    // The name stands beside it, so the picture says nothing more to who cannot see it.
    return (
      <Image
        src={src}
        alt=""
        w={size}
        h={size}
        radius="sm"
        flex="none"
        loading="lazy"
        onError={() => setBroken(true)}
      />
    );
  }
  return (
    <Center w={size} h={size} flex="none" bg="var(--tone-grey)" c="dimmed" style={{ borderRadius: 6 }} aria-hidden>
      <IconPhoto size={size / 2.2} stroke={1.4} />
    </Center>
  );
}
