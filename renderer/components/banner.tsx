import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type BannerProps = {
  readonly kind?: 'ok' | 'warn' | 'bad' | undefined;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** Is read out as soon as it appears. */
  readonly alert?: boolean;
};

/** Stands where the eye is until it is solved: what happened, and the way out. */
export function Banner({ kind, icon, title, children, actions, alert = false }: BannerProps) {
  return (
    <div class={kind ? `banner ${kind}` : 'banner'} role={alert ? 'alert' : undefined}>
      {icon && <Icon name={icon} kind={kind ?? 'quiet'} />}
      <div class="banner-text">
        {title && <b>{title}</b>}
        {children}
      </div>
      {actions && <div class={icon ? 'banner-end' : 'banner-end flush'}>{actions}</div>}
    </div>
  );
}
