// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/setdetails.h"

#include "models/relativetime.h"
#include "models/sizetext.h"
#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "ui/shared/errortext.h"
#include "ui/shared/panehead.h"

#include <QLocale>

namespace falconer {

namespace {

QString completeness(const DistributionSet &set)
{
    if (const QStringList gone = deletedModules(set); set.complete && !gone.isEmpty())
        return SetDetails::tr("complete, but deleted on the server, so that devices cannot "
                              "download it: %1")
            .arg(gone.join(QStringLiteral(", ")));
    return set.complete
        ? SetDetails::tr("complete: it has every module that its type demands")
        : SetDetails::tr("incomplete: its type demands a module that it does not have, so it "
                         "cannot be assigned");
}

QString validity(const DistributionSet &set)
{
    return set.valid
        ? SetDetails::tr("valid")
        : SetDetails::tr("invalidated: it cannot be assigned any more, and that is for good");
}

QString lock(const DistributionSet &set)
{
    return set.locked
        ? SetDetails::tr("locked: its modules and their artifacts no longer change, because it was "
                         "assigned once or somebody locked it")
        : SetDetails::tr("not locked: its modules may still change; the next assignment locks it");
}

} // namespace

SetDetails::SetDetails(Client &client, QWidget *parent)
    : DetailsPage(tr("Distribution set"), parent)
    , m_client(client)
{
}

void SetDetails::showSet(const DistributionSet &set)
{
    if (set == m_set)
        return;
    m_set = set;
    m_calls.clear();
    sheet().clear();
    head().setTitle(titleOf(set));
    showSelf();
    askArtifacts();
}

void SetDetails::showSelf()
{
    const int section = sheet().addSection(tr("Distribution set"));
    QList<PropertyRow> rows{
        { tr("Type"), typeText(m_set) },
        { tr("Complete"), completeness(m_set) },
        { tr("Valid"), validity(m_set) },
        { tr("Lock"), lock(m_set) },
        { tr("Created"), tr("%1 by %2").arg(dayAndTime(m_set.createdAt), m_set.createdBy),
            exactTime(m_set.createdAt) },
    };
    if (m_set.requiredMigrationStep)
        rows << PropertyRow{ tr("Migration"), tr("devices must go through this version") };
    if (m_set.deleted)
        rows.prepend(
            { tr("Deleted"), tr("hidden on the server; its name and version stay taken") });
    if (!m_set.description.isEmpty())
        rows.prepend({ tr("Description"), m_set.description });
    sheet().setRows(section, rows);
}

void SetDetails::askArtifacts()
{
    if (m_set.modules.isEmpty()) {
        const int section = sheet().addSection(tr("Software modules"));
        sheet().setMessage(section, tr("It has none yet."));
    }
    for (const SoftwareModule &module : std::as_const(m_set.modules)) {
        const int section = sheet().addSection(titleOf(module));
        m_calls.push_back(m_client.send(listArtifacts(module.id),
            [this, section, module](const Result<QList<Artifact>> &answer) {
                showArtifacts(section, module, answer);
            }));
    }
}

void SetDetails::showArtifacts(
    int section, const SoftwareModule &module, const Result<QList<Artifact>> &answer)
{
    if (!answer) {
        const ErrorText text = errorText(answer.error());
        sheet().setMessage(section, text.sentence, text.details);
        return;
    }
    QList<PropertyRow> rows{ { tr("Module type"), typeText(module) } };
    if (!module.vendor.isEmpty())
        rows << PropertyRow{ tr("Vendor"), module.vendor };
    for (const Artifact &artifact : *answer) {
        rows << PropertyRow{ tr("Artifact"), artifact.providedFilename }
             << PropertyRow{ tr("Size"), sizeText(artifact.size),
                    tr("%1 bytes").arg(QLocale().toString(artifact.size)) }
             << PropertyRow{ tr("SHA-256"), artifact.sha256 }
             << PropertyRow{ tr("SHA-1"), artifact.sha1 } << PropertyRow{ tr("MD5"), artifact.md5 };
    }
    if (answer->isEmpty())
        rows << PropertyRow{ tr("Artifacts"), tr("none: devices have nothing to download") };
    sheet().setRows(section, rows);
}

} // namespace falconer
