import { section } from './section.ts';

/**
 * A sentence for each failure code: what happened · was a group made? · what to do. The code is shown beside it.
 * A code whose sentence depends on its figures has several keys; `sayFailure` chooses.
 */
export const failure = section({
  en: {
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
    'duplicate-open':
      'A group with this name and these people is in the queue already, since {date}. Make another one?',
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
    'bad-id-instance': 'This is not the number of an account: it has 4 to 12 digits and nothing else.',
    'bad-token': 'This is not a key: it has only Latin letters and digits, usually 50 of them.',
    'bad-api-url':
      'This is not the address of the service: it starts with https:// and ends with green-api.com or greenapi.com.',
    'account-exists': 'This account is here already: “{label}”.',
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
    certificate:
      'The connection is not safe: someone stands between this computer and the service. Nothing was sent. Tell your administrator.',
    'newer-data': 'This data was written by a newer version. You can look, but not change anything. Please update.',
    'not-saved': 'The file could not be written there. Choose another place and try again.',
    'stale-groups':
      'The list of groups on the phone cannot be read, so we could not tell whether the group exists already. Nothing was sent. We keep trying.',
    'not-found': 'This is no longer here. Nothing was sent. Open the list again.',
    'too-late': 'This has moved on in the meantime. Look at where it stands now.',
    'bad-request':
      'The program asked itself for something it does not understand ({field}). Nothing was sent. Please update.',
    forbidden: 'This was refused for safety. Nothing was sent. Close the program and open it again.',
    unexpected:
      'Something went wrong on our side. Nothing more was sent. Code {logId}: the administrator can send us the support file.',
  },
  ru: {
    offline: 'Нет соединения. Ничего не отправлено. Группа сохранена и будет создана, когда связь появится.',
    'not-linked':
      'Телефон не привязан. Группа не создана. Отсканируйте код в WhatsApp на телефоне: Настройки → Связанные устройства.',
    'wrong-account':
      'Сервис не принимает эту учётную запись. Группа не создана. Попросите администратора проверить её номер и ключ.',
    'wrong-address':
      'Сервис отвечает, что эта учётная запись находится по другому адресу. Группа не создана. Попросите администратора проверить адрес.',
    starting: 'Учётная запись запускается. Это занимает до пяти минут, мы продолжим сами.',
    suspended: 'WhatsApp ограничил этот номер до {when}. Группа не создана. До этого времени работа приостановлена.',
    'suspended-open':
      'WhatsApp ограничил этот номер и не сообщает, до какого времени. Группа не создана. Работа приостановлена, мы продолжаем проверять.',
    blocked: 'WhatsApp заблокировал этот номер. Группа не создана. Спросите администратора, что делать с номером.',
    sleeping: 'Телефон выключен или без сети. Группа не создана. Включите его: мы продолжим сами в течение пяти минут.',
    quota:
      'Месячный лимит учётной записи исчерпан ({used} из {total}). Группа не создана. Он обновится {date}, или администратор может сменить тариф.',
    'quota-plain':
      'Месячный лимит учётной записи исчерпан. Группа не создана. Он обновится {date}, или администратор может сменить тариф.',
    'too-fast': 'Сервис просит не спешить. Подождём {wait} и продолжим.',
    'rate-overlimit':
      'WhatsApp сообщает, что за короткое время создано слишком много групп. Мы остановились и проверяем, появилась ли эта. Продолжите завтра.',
    unknown: 'Пока неизвестно, создана ли группа: ответ не пришёл. Мы ищем её и сами повторно не отправим.',
    'no-answer': 'Сервис не ответил. Ничего не изменилось. Попробуйте немного позже.',
    'not-accepted':
      'Сервис не принял название или кого-то из людей. Группа не создана. Проверьте номера и попробуйте ещё раз.',
    'not-done': 'WhatsApp этого не сделал. Ничего не изменилось. Попробуйте позже или отправьте ссылку.',
    'please-check': 'Мы не нашли группу. Посмотрите в WhatsApp на телефоне: есть ли группа «{name}»?',
    duplicate: 'Группа с таким названием и этими людьми уже создана {date}. Создать ещё одну?',
    'duplicate-unknown':
      'Группа с таким названием и этими людьми отправлена {date}, и пока неизвестно, создана ли она. Сначала проверьте её.',
    'duplicate-open': 'Группа с таким названием и этими людьми уже в очереди с {date}. Создать ещё одну?',
    'same-name': 'Группа с таким названием, но с другими людьми, уже создана {date}. Создать ещё одну?',
    'same-name-unknown':
      'Группа с таким названием отправлена {date}, и пока неизвестно, создана ли она. Создать ещё одну?',
    'same-name-open': 'Группа с таким названием, но с другими людьми, уже в очереди. Создать ещё одну?',
    'name-empty': 'У группы пока нет названия. Ничего не отправлено. Введите название.',
    'name-too-long': 'Название длиннее 100 знаков. Ничего не отправлено. Сократите его.',
    'no-people': 'Людей пока нет. Ничего не отправлено. Добавьте хотя бы одного человека.',
    'too-many-people': 'Людей больше 1 023, WhatsApp столько не разрешает. Ничего не отправлено. Уберите лишних.',
    'bad-person':
      'У кого-то из людей нет пригодного номера. Ничего не отправлено. Исправьте номер или уберите человека.',
    'bad-number': '{number} — неполный номер. Возможно, {guess}?',
    'bad-number-plain': '{number} — неполный номер. Проверьте его и введите ещё раз.',
    'not-on-whatsapp': '{name} нет в WhatsApp.',
    'bad-id-instance': 'Это не номер учётной записи: в нём от 4 до 12 цифр и ничего больше.',
    'bad-token': 'Это не ключ: в нём только латинские буквы и цифры, обычно 50 знаков.',
    'bad-api-url': 'Это не адрес сервиса: он начинается с https:// и заканчивается на green-api.com или greenapi.com.',
    'account-exists': 'Такая учётная запись уже есть: «{label}».',
    'account-busy_one':
      '{count} группа этой учётной записи создаётся или ждёт вашей проверки. Ничего не удалено. Сначала решите, что с ней.',
    'account-busy_few':
      '{count} группы этой учётной записи создаются или ждут вашей проверки. Ничего не удалено. Сначала решите, что с ними.',
    'account-busy_many':
      '{count} групп этой учётной записи создаются или ждут вашей проверки. Ничего не удалено. Сначала решите, что с ними.',
    'account-busy_other':
      '{count} группы этой учётной записи создаются или ждут вашей проверки. Ничего не удалено. Сначала решите, что с ними.',
    'account-queued_one':
      '{count} группа этой учётной записи ждёт в очереди. Если удалить учётную запись, она не будет создана.',
    'account-queued_few':
      '{count} группы этой учётной записи ждут в очереди. Если удалить учётную запись, они не будут созданы.',
    'account-queued_many':
      '{count} групп этой учётной записи ждут в очереди. Если удалить учётную запись, они не будут созданы.',
    'account-queued_other':
      '{count} группы этой учётной записи ждут в очереди. Если удалить учётную запись, они не будут созданы.',
    'token-missing': 'Ключа этой учётной записи нет на компьютере. Группа не создана. Введите ключ заново.',
    keychain:
      'Хранилище паролей компьютера закрыто или отсутствует. Учётная запись будет работать до выхода из программы, но не сохранится.',
    'disk-full': 'Диск заполнен, запись сохранить нельзя. Ничего не отправлено. Освободите место и продолжите.',
    certificate:
      'Соединение небезопасно: кто-то стоит между компьютером и сервисом. Ничего не отправлено. Сообщите администратору.',
    'newer-data': 'Эти данные записаны более новой версией. Их можно смотреть, но не менять. Обновите программу.',
    'not-saved': 'Не удалось записать файл в это место. Выберите другое и попробуйте ещё раз.',
    'stale-groups':
      'Список групп на телефоне не читается, поэтому нельзя понять, нет ли уже такой группы. Ничего не отправлено. Мы пробуем снова.',
    'not-found': 'Этого здесь больше нет. Ничего не отправлено. Откройте список заново.',
    'too-late': 'За это время всё изменилось. Посмотрите, как обстоит дело сейчас.',
    'bad-request': 'Программа не поняла собственный запрос ({field}). Ничего не отправлено. Обновите программу.',
    forbidden: 'Это запрещено ради безопасности. Ничего не отправлено. Закройте программу и откройте снова.',
    unexpected:
      'Ошибка на нашей стороне. Больше ничего не отправлено. Код {logId}: администратор может прислать нам файл для поддержки.',
  },
});

/** The same where no group was asked for: an account is checked, contacts or members are read. */
export const reading = section({
  en: {
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
    blocked:
      'WhatsApp has blocked this number. Nothing has changed. Ask your administrator what to do with the number.',
    sleeping:
      'The phone is switched off or has no network. Nothing has changed. Switch it on and try again in five minutes.',
    quota:
      'The month’s allowance of the account is used up ({used} of {total}). Nothing has changed. It starts anew on {date}, or the administrator can change the plan.',
    'quota-plain':
      'The month’s allowance of the account is used up. Nothing has changed. It starts anew on {date}, or the administrator can change the plan.',
    'too-fast': 'The service asks us to slow down. Nothing has changed. Try again in {wait}.',
    'not-accepted': 'The service did not accept this. Nothing has changed. Look it over and try again.',
    'token-missing': 'The key of this account is not on this computer. Nothing has changed. Type the key again.',
  },
  ru: {
    offline: 'Нет соединения. Ничего не изменилось. Попробуйте ещё раз, когда связь появится.',
    'not-linked':
      'Телефон не привязан, прочитать с него ничего нельзя. Отсканируйте код в WhatsApp на телефоне: Настройки → Связанные устройства.',
    'wrong-account':
      'Сервис не принимает эту учётную запись. Ничего не изменилось. Проверьте её номер и ключ или спросите администратора.',
    'wrong-address':
      'Сервис отвечает, что эта учётная запись находится по другому адресу. Ничего не изменилось. Проверьте адрес или спросите администратора.',
    suspended: 'WhatsApp ограничил этот номер до {when}. Ничего не изменилось. Попробуйте ещё раз после этого.',
    'suspended-open':
      'WhatsApp ограничил этот номер и не сообщает, до какого времени. Ничего не изменилось. Попробуйте позже.',
    blocked: 'WhatsApp заблокировал этот номер. Ничего не изменилось. Спросите администратора, что делать с номером.',
    sleeping:
      'Телефон выключен или без сети. Ничего не изменилось. Включите его и попробуйте ещё раз через пять минут.',
    quota:
      'Месячный лимит учётной записи исчерпан ({used} из {total}). Ничего не изменилось. Он обновится {date}, или администратор может сменить тариф.',
    'quota-plain':
      'Месячный лимит учётной записи исчерпан. Ничего не изменилось. Он обновится {date}, или администратор может сменить тариф.',
    'too-fast': 'Сервис просит не спешить. Ничего не изменилось. Попробуйте ещё раз через {wait}.',
    'not-accepted': 'Сервис этого не принял. Ничего не изменилось. Проверьте и попробуйте ещё раз.',
    'token-missing': 'Ключа этой учётной записи нет на компьютере. Ничего не изменилось. Введите ключ заново.',
  },
});
