/**
 * A sentence for each failure code: what happened · was a group made? · what to do. The code is shown beside it.
 * A code whose sentence depends on its figures has several keys; `sayFailure` chooses.
 */
export const failure = {
  offline: 'No connection. Nothing was sent. The group is kept and will be made when the connection is back.',
  'not-linked':
    'The phone is not linked. No group was made. Scan the code with WhatsApp on the phone: Settings → Linked devices.',
  'wrong-account':
    'The service does not accept this account. No group was made. Ask your administrator to check its number and key.',
  'wrong-address':
    'The service answers that this account lives elsewhere. No group was made. Ask your administrator to check the address.',
  starting: 'The account is starting up. This takes up to five minutes; we go on by ourselves.',
  suspended: 'WhatsApp has limited this number until {when}. No group was made. We pause until then.',
  'suspended-open':
    'WhatsApp has limited this number and does not say until when. No group was made. We pause and keep asking.',
  blocked: 'WhatsApp has blocked this number. No group was made. Ask your administrator what to do with the number.',
  sleeping:
    'The phone is switched off or has no network. No group was made. Switch it on; we go on by ourselves within five minutes.',
  quota:
    'The month’s allowance of the account is used up ({used} of {total}). No group was made. It starts anew on {date}, or the administrator can change the plan.',
  'quota-plain':
    'The month’s allowance of the account is used up. No group was made. It starts anew on {date}, or the administrator can change the plan.',
  'too-fast': 'The service asks us to slow down. We wait {wait} and go on.',
  'rate-overlimit':
    'WhatsApp says that too many groups were made in a short time. We stopped and are checking whether this one exists. Go on tomorrow.',
  unknown:
    'We do not know yet whether the group was made: the answer did not arrive. We are looking for it and will not send it again by ourselves.',
  'no-answer': 'The service did not answer. Nothing has changed. Try again a little later.',
  'not-accepted':
    'The service did not accept the name or one of the people. No group was made. Look over the numbers and try again.',
  'not-done': 'WhatsApp did not do this. Nothing has changed. Try again later, or send the link.',
  'please-check': 'We could not find the group. Please look in WhatsApp on the phone: is there a group “{name}”?',
  duplicate: 'A group with this name and these people was made on {date}. Make another one?',
  'duplicate-unknown':
    'A group with this name and these people was sent on {date}, and we do not know yet whether it was made. Please check that one first.',
  'duplicate-open': 'A group with this name and these people is in the queue already, since {date}. Make another one?',
  'same-name': 'A group with this name, but with other people, was made on {date}. Make another one?',
  'same-name-unknown':
    'A group with this name was sent on {date}, and we do not know yet whether it was made. Make another one?',
  'same-name-open': 'A group with this name, but with other people, is in the queue already. Make another one?',
  'name-empty': 'The group has no name yet. Nothing was sent. Type a name.',
  'name-too-long': 'The name is longer than 100 characters. Nothing was sent. Make it shorter.',
  'no-people': 'There are no people yet. Nothing was sent. Add at least one.',
  'too-many-people':
    'There are more than 1,023 people, which WhatsApp does not allow. Nothing was sent. Take some out.',
  'bad-person': 'One of the people has no usable number. Nothing was sent. Repair the number or take the person out.',
  'bad-number': '{number} is not a full phone number. Did you mean {guess}?',
  'bad-number-plain': '{number} is not a full phone number. Look it over and type it again.',
  'not-on-whatsapp': '{name} is not on WhatsApp.',
  'bad-id-instance': 'This is not the number of an account: such a number has 4 to 12 digits and nothing else.',
  'bad-token': 'This is not a key: a key has only Latin letters and digits, usually 50 of them.',
  'bad-api-url':
    'This is not the address of the service: that starts with https:// and ends with green-api.com or greenapi.com.',
  'account-exists': 'This account is here already: “{label}”.',
  'number-changed':
    'This account has another WhatsApp number now. The run stands, and nothing more was sent. Look whether that is the right phone, then go on.',
  'refused-in-a-row_one': '{count} group was refused. The run stands. Look at the reason, then go on.',
  'refused-in-a-row_other': '{count} groups in a row were refused. The run stands. Look at the reasons, then go on.',
  'no-groups': 'No group was found in “{file}”. Choose which column holds the groups, or look at the template.',
  'too-many-groups': '“{file}” holds more than {most} groups. Part it into several files.',
  'nothing-to-start': 'No group is ready. Nothing was sent. Repair or take in at least one.',
  'no-time-planned': 'The plan leaves no time for a group. Nothing was sent. Choose at least one day, and some hours.',
  'bad-picture': 'This picture cannot be used. It has to be a JPEG of at most {most} MB. Choose another one.',
  'account-busy_one':
    '{count} group of this account is being made or waits for your check. Nothing was removed. Settle it first.',
  'account-busy_other':
    '{count} groups of this account are being made or wait for your check. Nothing was removed. Settle them first.',
  'account-queued_one':
    '{count} group of this account waits in the queue. If you remove the account, it will not be made.',
  'account-queued_other':
    '{count} groups of this account wait in the queue. If you remove the account, they will not be made.',
  'token-missing': 'The key of this account is not on this computer. No group was made. Type the key again.',
  keychain:
    'The computer’s password store is closed or missing. We can keep the account until you quit, but not save it.',
  'disk-full': 'The disk is full, so the record cannot be kept. Nothing was sent. Free some space and go on.',
  'not-writable':
    'The settings folder cannot be written to. Nothing was saved and nothing was sent. Ask your administrator to allow it.',
  locked: 'Your administrator has decided this for this computer. Nothing was changed, and nothing was sent.',
  'bad-policy':
    'What your administrator set for this computer cannot be used: {why}. Until that is put right, the usual careful limits hold: at most one group every 5 minutes and 25 a day. Show this to your administrator.',
  'policy-not-protected': 'the file can be changed by others than administrators',
  'policy-not-opened': 'the file cannot be opened',
  'policy-too-big': 'the file is too big',
  'policy-not-utf8': 'the text of the file cannot be read',
  'policy-not-json': 'the file is damaged or not finished',
  'policy-newer-version': 'the file is meant for a newer version',
  'policy-repeated-key': '“{key}” stands in the file twice',
  'policy-repeated-key-plain': 'one of the names stands in the file twice',
  'policy-unknown-key': 'the name “{key}” is not known',
  'policy-unknown-key-plain': 'one of the names is not known',
  'policy-bad-value': '“{key}” has a value that is not possible',
  'policy-bad-value-plain': 'one of the values is not possible',
  certificate:
    'The connection is not safe: someone stands between this computer and the service. Nothing was sent. Tell your administrator.',
  'newer-data': 'This data was written by a newer version. You can look, but not change anything. Please update.',
  'not-saved': 'The file could not be written there. Choose another place and try again.',
  'unsafe-file': 'The key of an account stood in the file, so it was not written. Tell your administrator.',
  'not-read':
    'The file could not be opened. Check that it is still there and that you may open it, then choose it again.',
  'file-empty': 'There is nothing in “{file}”. Check that it was saved with its rows, or choose another file.',
  'file-no-cards':
    'There is no contact in “{file}”. Nothing was read. Export the contacts once more as vCard (.vcf) and try again.',
  'file-too-big-megabytes':
    '“{file}” is larger than {most} MB. Nothing was read. Save only the columns that are needed, or split it.',
  'file-too-big-rows': '“{file}” has more than {most} rows. Nothing was read. Split it into several files.',
  'file-too-big-people': '“{file}” has more than {most} people. Nothing was read. Split it into several files.',
  'file-too-big-work':
    '“{file}” is too much to read at once. Nothing was read. Copy the rows that are needed into a new table and choose that one.',
  'file-is-xls': '“{file}” is a table of an old Excel (.xls). Nothing was read. Open it and save it as .xlsx.',
  'file-is-ods': '“{file}” is an OpenDocument table (.ods). Nothing was read. Open it and save it as .xlsx or .csv.',
  'file-is-numbers': '“{file}” is a Numbers table. Nothing was read. Open it, choose File → Export To → Excel.',
  'file-is-locked':
    '“{file}” is locked with a password. Nothing was read. Open it, take the password off, and save it again.',
  'file-is-web-page':
    '“{file}” is a web page, whatever its name says. Nothing was read. Open it in Excel or LibreOffice and save it as .xlsx.',
  'file-is-pdf':
    '“{file}” is a PDF, made for reading and printing. Nothing was read. Ask for the table as .xlsx or .csv.',
  'file-is-unknown': '“{file}” is not a table. Nothing was read. Choose a file that ends in .xlsx or .csv.',
  'file-unreadable': '“{file}” cannot be read as {kind}: {where}. Save it again as .xlsx or .csv and try once more.',
  'where-damaged': 'the file is damaged',
  'where-damaged-line': 'line {line} is damaged',
  'where-quotes': 'in line {line} a quotation mark is missing or not needed',
  'setup-not-one': '“{file}” is not a set-up file. Nothing has changed. Choose the file that ends in .creategroup.',
  'setup-newer':
    '“{file}” was made by a newer CreateGroup. Nothing has changed. Please update this program, then open it again.',
  'setup-damaged':
    '“{file}” was damaged on its way or is not complete. Nothing has changed. Ask for it once more, best as an attachment or on a stick.',
  'setup-too-big':
    '“{file}” is larger than {most} MB, which no set-up file is. Nothing has changed. Ask for it once more.',
  'setup-too-many-accounts':
    'A set-up file holds at most {most} accounts. Nothing has changed. Part them over several files.',
  'setup-too-many-lists':
    'A set-up file holds at most {most} lists. Nothing has changed. Part them over several files.',
  'setup-too-many-people':
    'The lists of a set-up file hold at most {most} people. Nothing has changed. Leave some lists out, or take them along as a table.',
  'setup-wrong-passphrase':
    'This passphrase does not open the file. Nothing has changed. Look at capital letters and the language of the keyboard, and try again.',
  'setup-expired': 'This file could be used until {when}. Nothing has changed. Ask your administrator for a new one.',
  'setup-weak-passphrase':
    'This passphrase is too easy to guess. Nothing was saved. Take at least 12 different characters, or let us make one.',
  'accounts-restored':
    'The file with the settings was damaged. The accounts come from its copy; please check that they are right. The damaged file was kept.',
  'accounts-lost':
    'The file with the settings was damaged and no copy was good. Please type the accounts in again. The damaged file was kept, and the groups are all in the record.',
  'record-unreadable':
    'A part of the record of the groups cannot be read. Nothing is sent. Start CreateGroup anew: the record is then repaired from its copy.',
  'record-restored':
    'The record of the groups was damaged. Its copy from {when} is open; groups made after that are missing here. The damaged file was kept. What waits in the queue is made only when you say so.',
  'record-restored-asked':
    'The record is as it was {when}. The former one was kept beside it. What waits in the queue is made only when you say so.',
  'record-lost':
    'The record of the groups was damaged and begins anew. The damaged file was kept: ask your administrator to look at it before you make groups again.',
  'stale-groups':
    'The list of groups on the phone cannot be read, so we could not tell whether the group exists already. Nothing was sent. We keep trying.',
  'list-exists': 'There is a list “{name}” already. Nothing has changed. Choose another name.',
  'stale-groups-lost':
    'The phone shows none of the groups that it had before, so we cannot tell whether the group exists already. Nothing was sent. We keep trying. If you left those groups or the phone is another one, look at it and begin anew.',
  'not-found': 'This is no longer here. Nothing was sent. Open the list again.',
  'too-late': 'This has moved on in the meantime. Look at where it stands now.',
  'bad-request':
    'The program asked itself for something it does not understand ({field}). Nothing was sent. Please update.',
  forbidden: 'This was refused for safety. Nothing was sent. Close the program and open it again.',
  unexpected:
    'Something went wrong on our side. Nothing more was sent. Code {logId}: the administrator can send us the support file.',
} as const;

/** The same on a group that waits, because of what came of others. */
export const waiting = {
  unknown:
    'We stopped: of two groups in a row we do not know whether they were made. This one was not made. Please check those two, or go on.',
  'rate-overlimit':
    'We stopped: WhatsApp says that too many groups were made in a short time. This one was not made. Go on tomorrow.',
} as const;

/** The same where no group was asked for: an account is checked, contacts or members are read. */
export const reading = {
  offline: 'No connection. Nothing has changed. Try again when the connection is back.',
  'not-linked':
    'The phone is not linked, so nothing can be read from it. Scan the code with WhatsApp on the phone: Settings → Linked devices.',
  'wrong-account':
    'The service does not accept this account. Nothing has changed. Check its number and key, or ask your administrator.',
  'wrong-address':
    'The service answers that this account lives elsewhere. Nothing has changed. Check its address, or ask your administrator.',
  suspended: 'WhatsApp has limited this number until {when}. Nothing has changed. Try again after that.',
  'suspended-open':
    'WhatsApp has limited this number and does not say until when. Nothing has changed. Try again later.',
  blocked: 'WhatsApp has blocked this number. Nothing has changed. Ask your administrator what to do with the number.',
  sleeping:
    'The phone is switched off or has no network. Nothing has changed. Switch it on and try again in five minutes.',
  quota:
    'The month’s allowance of the account is used up ({used} of {total}). Nothing has changed. It starts anew on {date}, or the administrator can change the plan.',
  'quota-plain':
    'The month’s allowance of the account is used up. Nothing has changed. It starts anew on {date}, or the administrator can change the plan.',
  'too-fast': 'The service asks us to slow down. Nothing has changed. Try again in {wait}.',
  'not-accepted': 'The service did not accept this. Nothing has changed. Look it over and try again.',
  'token-missing': 'The key of this account is not on this computer. Nothing has changed. Type the key again.',
} as const;
