; What our uninstaller does beside electron-builder's own steps: it asks whether the data go as well. A silent one does not
; ask and leaves them, unless it was told --delete-app-data. An update removes the old version silently and comes here, too.

!define CREATEGROUP_DATA "$LOCALAPPDATA\CreateGroup"

!macro customHeader
  !ifdef BUILD_UNINSTALLER
    LangString deleteDataToo ${LANG_ENGLISH} "Delete the data of CreateGroup as well?$\r$\n$\r$\nThese are your accounts, your people and the record of every group made here. Groups in WhatsApp stay as they are. The record cannot be brought back.$\r$\n$\r$\nIf you choose No, everything is there again when you install CreateGroup anew."
    LangString deleteDataToo ${LANG_RUSSIAN} "Удалить и данные CreateGroup?$\r$\n$\r$\nЭто ваши учётные записи, люди и история всех созданных здесь групп. Сами группы в WhatsApp останутся как есть. Вернуть историю будет нельзя.$\r$\n$\r$\nЕсли выбрать «Нет», всё снова будет на месте, когда вы установите CreateGroup заново."
  !endif
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; An installation for everybody looks into the folders that all users share; the data are one person's.
    SetShellVarContext current
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    ClearErrors
    ${GetParameters} $R0
    ${GetOptions} $R0 "--delete-app-data" $R1
    ${ifNot} ${Errors}
      RMDir /r "${CREATEGROUP_DATA}"
    ${elseIf} ${FileExists} "${CREATEGROUP_DATA}\*.*"
      ${ifNot} ${Silent}
      ${andIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(deleteDataToo)" /SD IDNO IDYES`
        RMDir /r "${CREATEGROUP_DATA}"
      ${endIf}
    ${endIf}
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
  ${endIf}
!macroend
