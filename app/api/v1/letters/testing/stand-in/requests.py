# As much of the library of this name as the two programs use, for machines that have Python without it.
import json as _json
import urllib.error
import urllib.request


class HTTPError(IOError):
    pass


class Response:
    def __init__(self, status_code, content):
        self.status_code, self.content = status_code, content

    def json(self):
        return _json.loads(self.content)

    def raise_for_status(self):
        if self.status_code >= 400:
            raise HTTPError(f"{self.status_code}: {self.content.decode()}")


def post(url, headers=None, json=None):
    body = _json.dumps(json, separators=(", ", ": ")).encode()
    sent = {"User-Agent": "python-requests", "Accept": "*/*", "Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(url, data=body, headers=sent, method="POST")
    try:
        with urllib.request.urlopen(request) as answer:
            return Response(answer.status, answer.read())
    except urllib.error.HTTPError as refused:
        return Response(refused.code, refused.read())
