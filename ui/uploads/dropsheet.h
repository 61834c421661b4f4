// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/sheetcontext.h"
#include "ui/shared/sheet.h"

#include <memory>

namespace falconer {

class Client;
class UploadQueue;
struct ServerFacts;

// What becomes of files that were dropped: proposes software modules for them, and a distribution
// set around those, from their names and from what the server has. Nothing is created before the
// click; then each step is shown, and when one fails, what was created can be removed, or the rest
// done. Once all is done it closes. Folders are looked into.
class DropSheet final : public Sheet {
    Q_OBJECT

public:
    // profileId: whose uploads these are. All of it outlives the sheet.
    DropSheet(QWidget *window, Client &client, const ServerFacts &server, UploadQueue &queue,
        const SheetContext &context, const QString &profileId, const QList<QUrl> &urls);
    ~DropSheet() override;

    void reject() override;
    bool isAtWork() const override;

signals:
    // Something is on the server that was not, or is no longer: lists are out of date.
    void created();
    // All is done: the set (0: none is wanted), the modules that the files go into, and the words
    // for it. Follows created().
    void broughtIn(qint64 setId, const QList<qint64> &moduleIds, const QString &sentence);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
