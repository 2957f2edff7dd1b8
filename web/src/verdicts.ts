/** Whether a GPU computed a model as WASM does, and the sentence that says so. */
export interface Verdict {
  trusted: boolean;
  reason: string;
}

const databaseName = 'ecgfounder-web';
const storeName = 'device-verdicts';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(storeName, mode).objectStore(storeName));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/** The verdict kept for a GPU and model; undefined where there is none, or nowhere to keep one. */
export async function recallVerdict(key: string): Promise<Verdict | undefined> {
  try {
    return await inStore('readonly', (store) => store.get(key) as IDBRequest<Verdict | undefined>);
  } catch {
    return undefined;
  }
}

/** Keeps a verdict where the page may keep anything; a page that may not tests again next time. */
export async function rememberVerdict(key: string, verdict: Verdict): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.put(verdict, key));
  } catch {
    // A private window or a sandboxed frame: nothing to keep it in.
  }
}
