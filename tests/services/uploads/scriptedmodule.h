// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadqueue_p.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/scriptedserver.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace falconer {

inline QByteArray artifactWith(
    const QByteArray &hashes, const QByteArray &name = "a", int size = 1'000)
{
    return R"({"id":7,"providedFilename":")" + name + R"(","size":)" + QByteArray::number(size)
        + R"(,"hashes":{)" + hashes + "}}";
}

inline QByteArray artifact(const QByteArray &sha256)
{
    return artifactWith(R"("sha256":")" + sha256 + '"');
}

inline QByteArray refused(int status, const QByteArray &code)
{
    return httpAnswer(status, R"({"errorCode":"hawkbit.server.error.)" + code + R"("})");
}

// A server with one empty module, whose word about an upload the test gives.
class ScriptedModule final {
public:
    // Nothing: no answer, but the connection stays.
    std::function<std::optional<QByteArray>(const HeardRequest &)> judge
        = [](const HeardRequest &request) {
              const qsizetype at = request.body.indexOf("\"sha256sum\"\r\n\r\n") + 15;
              return httpAnswer(201, artifact(request.body.mid(at, 64)));
          };
    QByteArray artifacts = "[]"; // what the module has
    bool isSignedOut = false;    // for whoever looks at it
    ScriptedServer server{ [this](const HeardRequest &request) { return answer(request); } };
    UploadStage stage;
    UploadQueue queue{ stage.queuePath() };
    qint64 id = *queue.add(stage.newUpload(stage.makeFile(QStringLiteral("a"), 1'000)));

    ScriptedModule() { UploadQueueAccess::of(queue).firstPauseMs = 10; }

    void connectProfile(
        const QString &password = QStringLiteral("admin"), const QByteArray &trusted = {})
    {
        ClientOptions options = UploadStage::optionsOf(server.url());
        options.credentials.secret = password;
        options.trustedCertificate = trusted;
        queue.connectProfile(QStringLiteral("p"), options);
    }
    const Upload &upload() const { return *queue.find(id); }
    int posts() const
    {
        return int(std::count_if(server.heard().begin(), server.heard().end(),
            [](const HeardRequest &request) { return request.method == "POST"; }));
    }

private:
    std::optional<QByteArray> answer(const HeardRequest &request)
    {
        if (request.method == "POST")
            return judge(request);
        if (isSignedOut)
            return httpAnswer(401);
        if (request.target.endsWith("/artifacts"))
            return httpAnswer(200, artifacts);
        if (request.method == "DELETE") {
            artifacts = "[]";
            return httpAnswer(204);
        }
        return httpAnswer(
            200, R"({"id":1,"name":"gateway","version":"1.0","type":"os","locked":false})");
    }
};

} // namespace falconer
