/**
 * What systems and editors leave beside files: folder views, thumbnails, resource forks, locks, swap and backup files.
 * None of it is content, and none changes what is built.
 */
const NAMES = [
  // macOS, Windows, network drives, desktops
  /^\.(?:DS_Store|AppleDouble|LSOverride|Spotlight-V100|Trashes|fseventsd|TemporaryItems|directory)$/,
  /^\.(?:nfs|fuse_hidden)/,
  /^\._/,
  /^Icon\r$/,
  /^__MACOSX$/,
  /^(?:ehthumbs|thumbs)(?:_vista)?\.db$/i,
  /^desktop\.ini$/i,
  /^\$RECYCLE\.BIN$/i,
  /^System Volume Information$/,
  /^(?:@eaDir|@tmp|@Recycle|@Recently-Snapshot|#recycle|#snapshot|lost\+found)$/,
  /^\.(?:localized|Trash-\d+)$/,
  /^\.goutputstream-/,
  /:encryptable$/,
  // Programs that synchronise or download
  /^(?:\.|~)syncthing[.~]/,
  /^\.(?:dropbox(?:\.attr|\.cache)?|sync|stfolder|stversions|owncloudsync\.log)$/,
  /\.(?:part|crdownload|download|icloud)$/i,
  // Vim, Emacs, JetBrains, Kate, office programs
  /\.sw[a-p]$/,
  /^4913$/,
  /~$/,
  /^#.*#$/,
  /^\.#/,
  /___jb_(?:tmp|old)___$/,
  /\.kate-swp$/,
  /^\.~lock\..*#$/,
  /^~\$/,
  /\.(?:bak|orig|rej|tmp|temp)$/i,
  /\.sb-[0-9a-f]+-\w+$/,
  /^__pycache__$/,
]

/** Whether a file or folder of this name was left there by a system or an editor. */
export const isLeftBehind = (name: string) => NAMES.some(pattern => pattern.test(name))
