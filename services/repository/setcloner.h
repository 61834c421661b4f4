// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/distributionsettags.h"
#include "services/hawkbit/metadata.h"
#include "services/repository/setcreation.h"

#include <QObject>

#include <optional>

namespace falconer {

struct CloneOrder {
    qint64 source = 0; // whose metadata and tags are copied
    NewDistributionSet wanted;
    bool copyTags = false;

    bool operator==(const CloneOrder &) const = default;
};

// Makes a new version of a set: creates it with its modules, then copies metadata and, if wanted,
// tags. When a later step fails the set is there already: created() and step() tell, and resume()
// goes on with that step, after it has brought the set to what is wanted by then. Nothing is
// created twice.
class SetCloner final : public QObject {
    Q_OBJECT

public:
    enum class Step { Create, Amend, ReadMetadata, WriteMetadata, ReadTags, AssignTags, Done };

    explicit SetCloner(Client &client, QObject *parent = nullptr);

    void start(const CloneOrder &order);
    void resume(const CloneOrder &order); // after finished() with an error and a set; same source
    bool isRunning() const { return m_isRunning; }

    Step step() const { return m_step; } // the one under way, or the one that failed
    const std::optional<DistributionSet> &created() const { return m_created; }
    const std::optional<Error> &error() const { return m_error; }

signals:
    void finished();

private:
    void run();
    void next(Step step);
    void fail(const Error &error);
    void create();
    void amend();
    void readMetadata();
    void writeMetadata();
    void writeMissing(const Error &conflict);
    void readTags();
    void assignTags();
    MetadataOwner ownerOf(qint64 setId) const;

    Client &m_client;
    CloneOrder m_order;
    SetCreation m_creation;
    std::optional<DistributionSet> m_created;
    QList<Metadata> m_metadata;
    QList<DistributionSetTag> m_tags; // not assigned yet
    std::optional<Error> m_error;
    Step m_step = Step::Create;
    Step m_failedStep = Step::Create; // where it goes on
    bool m_isRunning = false;
    Call m_call;
};

} // namespace falconer
