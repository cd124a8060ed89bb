import { type ESTree, Visitor } from 'vite';
import type { Source } from './sources.ts';

/** Names that are the same in every language. */
const properNames = /CreateGroup|\b(?:PNG|SVG)\b/g;

/** What people read or hear of an element without its being a child. */
const spokenAttributes = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description']);
/** The same for Electron's menus, dialogs, tray and notifications. */
const spokenOptions = new Set(['label', 'sublabel', 'title', 'body', 'message', 'detail', 'buttonLabel', 'toolTip']);

/** A sentence for every piece of code that no import can show: Chromium's network, other pages, markup, loose texts. */
export function brokenCode({ file, program }: Source): string[] {
  const broken: string[] = [];
  const note = (what: string) => broken.push(`${file}: ${what}`);

  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      const names = specifiers.map((specifier) => ('imported' in specifier ? nameOf(specifier.imported) : '*'));
      if (source.value === 'electron' && names.includes('net')) note("net is Chromium's network, which sends twice");
    },
    MemberExpression({ object, property }) {
      const [owner, name] = [nameOf(object), nameOf(property)];
      if (owner === 'net' && (name === 'fetch' || name === 'request')) note(`net.${name} may send a request twice`);
      if (owner === 'shell' && name === 'openPath') note('shell.openPath starts programs');
      if (owner === 'shell' && name === 'openExternal' && file !== 'main/electron/external.ts')
        note('shell.openExternal belongs in main/electron/external.ts');
    },
    JSXAttribute({ name, value }) {
      const attribute = nameOf(name);
      if (attribute === 'dangerouslySetInnerHTML') note('dangerouslySetInnerHTML');
      if (value && spokenAttributes.has(attribute))
        for (const text of textsIn(value)) note(`${attribute} says “${text}”`);
    },
    JSXElement({ children }) {
      for (const text of children.flatMap(textsIn)) note(`says “${text}”`);
    },
    JSXFragment({ children }) {
      for (const text of children.flatMap(textsIn)) note(`says “${text}”`);
    },
    Property({ key, value }) {
      if (!file.startsWith('main/electron/') || !spokenOptions.has(nameOf(key))) return;
      for (const text of textsIn(value)) note(`${nameOf(key)} says “${text}”`);
    },
  }).visit(program);
  return broken;
}

/** The letters that this node would show by itself. What a call makes of its arguments is not its own. */
function textsIn(node: ESTree.Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return spoken(node.value);
    case 'Literal':
      return typeof node.value === 'string' ? spoken(node.value) : [];
    case 'TemplateLiteral':
      return node.quasis.flatMap(({ value }) => spoken(value.raw));
    case 'JSXExpressionContainer':
      return textsIn(node.expression);
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : textsIn(node.left)), ...textsIn(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsIn(node.left), ...textsIn(node.right)] : [];
    default:
      return [];
  }
}

const spoken = (text: string): string[] => {
  return /\p{L}/u.test(text.replace(properNames, '')) ? [text.trim()] : [];
};

const nameOf = (node: ESTree.Node): string =>
  'name' in node && typeof node.name === 'string' ? node.name : node.type === 'Literal' ? String(node.value) : '';
