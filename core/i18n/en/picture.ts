/** Why the picture that a row of a spreadsheet names cannot be used, and what to do. */
export const picture = {
  missing: '“{name}” is not in the spreadsheet’s folder. Put it there and look again.',
  outside: '“{name}” is outside the spreadsheet’s folder. Put it there and write only its name.',
  'no-folder': 'We do not know in which folder to look for “{name}”. Open the spreadsheet with “Choose a file”.',
  'not-jpeg': '“{name}” is not a JPEG. Save it as .jpg and look again.',
  'too-big': '“{name}” is larger than {most} MB. Save it smaller and look again.',
  'too-many': '“{name}” is too much: all pictures together are larger than {most} MB. Save them smaller.',
  'not-read': '“{name}” cannot be opened. Check that you may open it and look again.',
} as const;
