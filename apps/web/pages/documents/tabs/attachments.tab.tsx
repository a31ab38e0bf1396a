import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { api, http } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { InstantText } from '../../../parts/day.js';
import { Read } from '../../../parts/page.js';
import { bytesOf } from '../../../parts/preview/attachment-bytes.js';
import { isShown, mediaOf } from '../../../parts/preview/media.js';
import { PreviewPanel } from '../../../parts/preview/preview-panel.js';
import { PREVIEW } from '../../../parts/preview/preview.words.js';
import { saveFile } from '../../../parts/table/save-csv.js';
import { useWords } from '../../../words/words.js';
import { useMyTask } from '../use-document.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type Attachment = Schemas['Attachment'];

const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

const useFiles = (document: string) => {
  const queries = useQueryClient();
  const say = useWords(TABS);
  const { message, modal } = App.useApp();
  const again = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/attachments') });
  const failed = (error: unknown): void => void message.error(sentenceOf(error));
  const upload = async (file: File): Promise<void> => {
    const params = { path: { document }, query: { name: file.name } };
    const { error } = await http.POST('/api/v1/documents/{document}/attachments', {
      params,
      body: file as unknown as string,
      bodySerializer: (it) => it as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    if (error) failed(error);
    else void message.success(say('uploaded', { name: file.name }));
    again();
  };
  const detach = (it: Attachment): void => {
    void modal.confirm({
      title: say('detachText', { name: it.name }),
      okText: say('detach'),
      onOk: async () => {
        const { error } = await http.DELETE('/api/v1/documents/{document}/attachments/{attachment}', {
          params: { path: { document, attachment: it.id } },
        });
        if (error) failed(error);
        again();
      },
    });
  };
  const download = (it: Attachment): void => {
    bytesOf(it).then((blob) => {
      saveFile(it.name, blob, it.mediaType);
    }, failed);
  };
  return { upload: (file: File) => void upload(file).catch(failed), detach, download };
};

/** Files that belong to a document: dropped here while it is one's turn to file, downloaded by who may see it. */
const AttachmentsTab = ({ document }: TabProps) => {
  const say = useWords(TABS);
  const params = { path: { document: document.id }, query: { limit: 100 } };
  const query = api.useQuery('get', '/api/v1/documents/{document}/attachments', { params });
  const media = useWords(PREVIEW);
  const { upload, detach, download } = useFiles(document.id);
  const [shown, setShown] = useState<Attachment | null>(null);
  const mayFile = useMyTask(document.id)?.doing === 'file';
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
      {mayFile ? (
        <Upload.Dragger
          multiple
          showUploadList={false}
          beforeUpload={(file) => {
            upload(file);
            return false;
          }}
        >
          <p style={{ margin: 0 }}>{say('drop')}</p>
          <p className="form-hint" style={{ margin: 0 }}>
            {say('dropText')}
          </p>
        </Upload.Dragger>
      ) : null}
      <Read query={query}>
        {({ items }) => (
          <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={say('file')}>
            <Table<Attachment>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              aria-label={say('file')}
              style={{ minWidth: 640 }}
              locale={{ emptyText: say(mayFile ? 'noAttachmentsFile' : 'noAttachments') }}
              columns={[
                { key: 'name', title: say('file'), dataIndex: 'name' },
                {
                  key: 'size',
                  title: say('size'),
                  align: 'right',
                  width: 100,
                  render: (_, it) => <span className="numbers">{sizeText(it.size)}</span>,
                },
                { key: 'type', title: say('type'), width: 130, render: (_, it) => media(mediaOf(it)) },
                { key: 'by', title: say('by'), dataIndex: 'attachedByName', width: 180 },
                { key: 'at', title: say('at'), width: 150, render: (_, it) => <InstantText at={it.attachedAt} /> },
                {
                  key: 'do',
                  title: '',
                  width: 200,
                  render: (_, it) => (
                    <>
                      <Button
                        type="link"
                        size="small"
                        aria-label={`${say('download')} ${it.name}`}
                        onClick={() => {
                          download(it);
                        }}
                      >
                        {say('download')}
                      </Button>
                      {isShown(mediaOf(it)) ? (
                        <Button
                          type="link"
                          size="small"
                          aria-label={`${say('preview')} ${it.name}`}
                          onClick={() => {
                            setShown(it);
                          }}
                        >
                          {say('preview')}
                        </Button>
                      ) : null}
                      {mayFile ? (
                        <Button
                          type="link"
                          size="small"
                          danger
                          aria-label={`${say('detach')} ${it.name}`}
                          onClick={() => {
                            detach(it);
                          }}
                        >
                          {say('detach')}
                        </Button>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          </div>
        )}
      </Read>
      <PreviewPanel
        file={shown}
        onClose={() => {
          setShown(null);
        }}
      />
    </div>
  );
};

export default AttachmentsTab;
