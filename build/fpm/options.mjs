const lists = ['depends', 'recommends'];
const flags = ['force', 'debug'];
const known = new Map([
  ['-s', 'source'],
  ['-t', 'target'],
  ['-d', 'depends'],
  ['--deb-recommends', 'recommends'],
  ['--rpm-summary', 'summary'],
  ['--deb-priority', 'priority'],
  ...words('architecture after-install after-remove description version package name maintainer vendor url category'),
  ...words('license iteration deb-compression rpm-compression rpm-os force debug'),
]);

/**
 * Reads the words that electron-builder gives to fpm: options by name (`depends` and `recommends` as lists) and `files`,
 * pairs of a file or folder and where it goes. Throws at a word that is not known: half a package is worse than none.
 */
export function readOptions(argv) {
  const options = { depends: [], recommends: [], files: [] };
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) options.files.push(readPair(word));
    else keep(options, word, words);
  }
  return options;
}

function keep(options, word, words) {
  const name = known.get(word);
  if (name === undefined) throw new Error(`fpm's option ${word} is not known here`);
  if (flags.includes(name)) return;
  const value = words.shift();
  if (value === undefined) throw new Error(`fpm's option ${word} says nothing`);
  if (lists.includes(name)) options[name].push(value);
  else options[name] = value;
}

function readPair(word) {
  const at = word.lastIndexOf('=');
  if (at < 1) throw new Error(`${word} does not say where it goes`);
  return { from: word.slice(0, at), to: word.slice(at + 1) };
}

function words(names) {
  return names.split(' ').map((name) => [`--${name}`, name]);
}
