import { readFileSync } from 'node:fs';
import { askTool, product, same, setupType, unless } from '../product.ts';
import { all, type Element, parseXml, textOf } from './xml.ts';

/** What software centres show of the app (AppStream): its ids, both languages, and the version that is packed. */
export function metainfoTroubles(file: string): readonly string[] {
  let component: Element;
  try {
    component = parseXml(readFileSync(file, 'utf8'));
  } catch {
    return ['it is not well-formed XML'];
  }
  const [release] = all(all(component, 'releases')[0], 'release');
  const [description] = all(component, 'description');
  const [provides] = all(component, 'provides');
  return [
    ...same('its type', component.attribute('type'), 'desktop-application'),
    ...same('its id', textOf(component, 'id'), 'app.creategroup.creategroup'),
    ...same('its licence', textOf(component, 'project_license'), product.license),
    ...same('what it launches', textOf(component, 'launchable'), `${product.name}.desktop`),
    ...same('its file type', textOf(provides, 'mediatype'), setupType),
    ...same('its newest release', release?.attribute('version') ?? null, product.version),
    ...unless(/^\d{4}-\d{2}-\d{2}$/.test(release?.attribute('date') ?? ''), 'its newest release has no date'),
    ...pairTroubles('summary', all(component, 'summary')),
    ...pairTroubles('description', all(description, 'p')),
    ...pairTroubles('list', all(all(description, 'ul')[0], 'li')),
    ...askTool('appstreamcli', ['validate', '--no-net', file]),
  ];
}

/** Every English text has a Russian one. */
function pairTroubles(what: string, texts: readonly Element[]): readonly string[] {
  const russian = texts.filter((text) => text.attribute('lang') === 'ru' && /[а-я]/.test(text.text));
  const english = texts.filter((text) => text.attribute('lang') === null);
  return unless(
    english.length > 0 && russian.length === english.length && texts.length === 2 * english.length,
    `its ${what} does not say the same in English and Russian`,
  );
}
