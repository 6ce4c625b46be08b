// Files under a message: pictures are shown, other files offered.
import type { UiMessage } from '../protocol.ts';

import { Icon } from './icon.tsx';

const kilobytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Draws nothing for a message without files. */
export function FileList({ files }: { readonly files: UiMessage['files'] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          {file.mimetype.startsWith('image/') ? (
            <a className="picture" href={file.url} target="_blank" rel="noreferrer noopener">
              <span className="picture-name">{file.name}</span>
              <img src={file.url} alt={file.alt === '' ? file.name : file.alt} />
            </a>
          ) : (
            <a className="file" href={file.url} target="_blank" rel="noreferrer noopener" download={file.name}>
              <span className="file-sign" aria-hidden="true">
                <Icon name="file" size={20} />
              </span>
              <span>
                <strong>{file.name}</strong>
                <span className="file-detail">
                  {file.mimetype} · {kilobytes(file.size)}
                </span>
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
